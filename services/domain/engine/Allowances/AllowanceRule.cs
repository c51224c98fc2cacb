using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Allowances;

/// <summary>What a plan grants of a feature, in terms of the ledger.</summary>
/// <param name="Amount">Units each period; zero or more.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Interval">How often it is granted anew.</param>
/// <param name="Step">The smallest step it is booked in, in units; more than zero.</param>
/// <param name="CarriesOver">Whether the rest of a period is added to the next one.</param>
public sealed record AllowanceRule(decimal Amount, AllowanceUnit Unit, AllowanceInterval Interval, decimal Step, bool CarriesOver)
{
    private const decimal WholeUnits = 1;

    /// <summary>Reads a plan's value.</summary>
    /// <returns>The rule; null when the plan has none, or it counts what nobody consumes (reviews and the like are owed on dates, not drawn from a balance).</returns>
    public static AllowanceRule? Of(FeatureValue? value) =>
        value is FeatureValue.Allowance allowance && UnitOf(allowance.Unit) is { } unit && IntervalOf(allowance.Per) is { } interval
            ? new AllowanceRule(allowance.Amount, unit, interval, allowance.Step ?? WholeUnits, allowance.CarriesOver)
            : null;

    /// <summary>The share of the amount for some days of a period, rounded down to the step.</summary>
    /// <param name="days">Days that count; zero or more.</param>
    /// <param name="periodDays">Days of the whole period; more than zero.</param>
    // Two quotients of such numbers differ by far more than the 28 digits of a decimal, so that rounding down is exact.
    public decimal Share(int days, int periodDays) => Math.Floor(Amount * days / (periodDays * Step)) * Step;

    private static AllowanceUnit? UnitOf(string unit) => unit switch
    {
        "hours" => AllowanceUnit.Hours,
        "days" => AllowanceUnit.Days,
        "sessions" => AllowanceUnit.Sessions,
        _ => null,
    };

    private static AllowanceInterval? IntervalOf(string per) => per switch
    {
        "month" => AllowanceInterval.Month,
        "quarter" => AllowanceInterval.Quarter,
        "year" => AllowanceInterval.Year,
        "contract_year" => AllowanceInterval.ContractYear,
        _ => null,
    };
}
