namespace SlaPlatform.Engine.Policies;

/// <summary>Whose severity level rules.</summary>
public enum SeverityRuling
{
    /// <summary>The customer's claim; where the scheme says so, the vendor's level once agreed.</summary>
    Claimed,

    /// <summary>The vendor's level as soon as it is set; the claim until then.</summary>
    Verified,
}
