namespace SlaPlatform.Engine.Entitlements;

/// <summary>Whether an account meets its obligations.</summary>
public enum Standing
{
    /// <summary>It does.</summary>
    Good,

    /// <summary>It does not: it opens no tickets; clocks already running go on.</summary>
    Suspended,
}
