using SlaPlatform.Engine.Exact;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Availability;

/// <summary>
/// How available a service was in a calendar month, against what the plan guarantees: measured hours less downtime, over measured hours,
/// in percent (XTM SLA 1.1 §4.10).
/// </summary>
public sealed record AvailabilityFigure
{
    private const int ShownPlaces = 4;

    /// <summary>Works the figure out.</summary>
    /// <param name="hours">The month's hours.</param>
    /// <param name="promise">What the plan guarantees.</param>
    public AvailabilityFigure(MonthHours hours, FeatureValue.Availability promise)
    {
        var up = hours.Measured - hours.Downtime;
        var exact = Fraction.Of(100) * new Fraction(up.ToBigIntegerNanoseconds(), hours.Measured.ToBigIntegerNanoseconds());
        Percent = exact.RoundHalfUp(ShownPlaces);
        GuaranteePercent = promise.GuaranteePercent;
        IsBreached = exact < Fraction.Of(promise.GuaranteePercent);
        CreditPercent = IsBreached ? promise.CreditPercent : null;
    }

    /// <summary>The figure in percent with 4 places, rounded half up, 0 to 100. For showing only: it can read as the guarantee and be below it.</summary>
    public decimal Percent { get; }

    /// <summary>What the plan guarantees, in percent.</summary>
    public decimal GuaranteePercent { get; }

    /// <summary>Whether the exact figure is below the guarantee; reaching it keeps it.</summary>
    public bool IsBreached { get; }

    /// <summary>The credit that may be claimed, in percent of the month's fee; null while the guarantee is kept.</summary>
    public decimal? CreditPercent { get; }
}
