namespace SlaPlatform.Engine.Allowances;

/// <summary>What an allowance counts.</summary>
public enum AllowanceUnit
{
    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Service days, of the length that the plan gives them.</summary>
    Days,

    /// <summary>Sessions.</summary>
    Sessions,
}
