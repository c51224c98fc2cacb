namespace SlaPlatform.Engine.Allowances;

/// <summary>What an allowance signals.</summary>
public enum AllowanceSignalKind
{
    /// <summary>A fifth of what was granted in the period, or less, is available.</summary>
    LowBalance,

    /// <summary>The period ends soon and something is left that will expire.</summary>
    Expiring,
}
