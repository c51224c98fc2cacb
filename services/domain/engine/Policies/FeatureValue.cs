using NodaTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>What a plan has of a feature.</summary>
public abstract record FeatureValue
{
    private FeatureValue()
    {
    }

    /// <summary>Has it or has it not.</summary>
    /// <param name="Included">Whether the plan has it.</param>
    public sealed record Flag(bool Included) : FeatureValue;

    /// <summary>A number of something.</summary>
    /// <param name="Count">How many; zero or more.</param>
    public sealed record Quantity(int Count) : FeatureValue;

    /// <summary>A worded value.</summary>
    /// <param name="Value">The words.</param>
    public sealed record Worded(LocalizedText Value) : FeatureValue;

    /// <summary>An amount granted anew each period.</summary>
    public sealed record Allowance : FeatureValue
    {
        /// <summary>How much a period: a count of units, or hours when <see cref="Unit"/> is <c>hours</c>.</summary>
        public required decimal Amount { get; init; }

        /// <summary>What is counted: <c>hours</c>, <c>days</c>, <c>sessions</c>, <c>reviews</c>.</summary>
        public required string Unit { get; init; }

        /// <summary>The period: <c>month</c>, <c>quarter</c>, <c>year</c>, <c>contract_year</c>.</summary>
        public required string Per { get; init; }

        /// <summary>The smallest step it is booked in, in <see cref="Unit"/>; null for whole units.</summary>
        public decimal? Step { get; init; }

        /// <summary>The length of one <c>days</c> unit, or null where days are not counted.</summary>
        public Duration? DayLength { get; init; }

        /// <summary>Whether an unused rest carries over. Default: no.</summary>
        public bool CarriesOver { get; init; }
    }

    /// <summary>An availability guarantee.</summary>
    /// <param name="GuaranteePercent">Percent of the period's service time, exact decimal.</param>
    /// <param name="Per">The period: <c>month</c>.</param>
    /// <param name="CreditPercent">The credit for missing it, percent of the period's fee.</param>
    public sealed record Availability(decimal GuaranteePercent, string Per, decimal CreditPercent) : FeatureValue;
}
