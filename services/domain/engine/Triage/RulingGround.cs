namespace SlaPlatform.Engine.Triage;

/// <summary>Why a level rules.</summary>
public enum RulingGround
{
    /// <summary>Nothing was claimed, set or proposed: no level rules yet.</summary>
    Undecided,

    /// <summary>The customer's claim rules under the policy.</summary>
    Claimed,

    /// <summary>The claim rules until support sets a level.</summary>
    ClaimedUntilVerified,

    /// <summary>The claim rules until an authorized contact agrees to support's level.</summary>
    ClaimedUntilAgreed,

    /// <summary>Support's level rules under the policy.</summary>
    Verified,

    /// <summary>Support's level rules because an authorized contact agreed to it.</summary>
    VerifiedByAgreement,

    /// <summary>Nobody gave a level: the proposal rules.</summary>
    Proposed,
}
