using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>Decides whose level rules.</summary>
public static class SeverityRulingRule
{
    /// <summary>The level that rules and why.</summary>
    /// <param name="scheme">The policy's scheme.</param>
    /// <param name="ruling">Whose level rules under the subscription's readings.</param>
    /// <param name="claim">The customer's level, or null.</param>
    /// <param name="assignment">Support's level, or null.</param>
    /// <param name="proposed">The level that triage proposes, or null.</param>
    public static (int? Level, RulingGround Ground) Decide(
        SeverityScheme scheme, SeverityRuling ruling, SeverityClaim? claim, SeverityAssignment? assignment, int? proposed)
    {
        if (ruling == SeverityRuling.Verified && assignment is not null)
        {
            return (assignment.Level, RulingGround.Verified);
        }

        if (scheme.ChangeNeedsAgreement && assignment is { Agreed: true })
        {
            return (assignment.Level, RulingGround.VerifiedByAgreement);
        }

        // Without a claim there is nothing for support's level to wait for: the clock rules the same.
        return (claim, assignment, proposed) switch
        {
            ({ } claimed, _, _) => (claimed.Level, GroundOfClaim(scheme, ruling, assignment)),
            (null, { } set, _) => (set.Level, RulingGround.Verified),
            (null, null, { } level) => (level, RulingGround.Proposed),
            _ => (null, RulingGround.Undecided),
        };
    }

    private static RulingGround GroundOfClaim(SeverityScheme scheme, SeverityRuling ruling, SeverityAssignment? assignment) => ruling switch
    {
        SeverityRuling.Verified => RulingGround.ClaimedUntilVerified,
        _ when scheme.ChangeNeedsAgreement && assignment is not null => RulingGround.ClaimedUntilAgreed,
        _ => RulingGround.Claimed,
    };
}
