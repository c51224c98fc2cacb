namespace SlaPlatform.Engine.Allowances;

/// <summary>How often an allowance is granted anew.</summary>
public enum AllowanceInterval
{
    /// <summary>Each calendar month in the subscription's zone.</summary>
    Month,

    /// <summary>Each calendar quarter in the subscription's zone.</summary>
    Quarter,

    /// <summary>Each calendar year in the subscription's zone.</summary>
    Year,

    /// <summary>Each year from the first day of the subscription, on its anniversaries.</summary>
    ContractYear,
}
