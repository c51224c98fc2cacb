using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>A subscription as it stood from one of its changes to the next, as far as an allowance depends on it.</summary>
public sealed record AllowanceTerm
{
    /// <summary>From when it stood so, inclusive: when the subscription was changed. Of the first one it does not matter, as long as it is not after the start.</summary>
    public required Instant From { get; init; }

    /// <summary>Names the plan; another name means a change of plan, at which the rest of the period is pro-rated.</summary>
    public required string Plan { get; init; }

    /// <summary>The zone of its periods.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The first instant of the subscription.</summary>
    public required Instant Start { get; init; }

    /// <summary>The instant after the subscription: its term or, when that is earlier, its cancellation.</summary>
    public required Instant End { get; init; }

    /// <summary>From when it is cancelled, or null.</summary>
    public Instant? CancelledFrom { get; init; }

    /// <summary>What the plan grants over time, earliest first; nothing before the first.</summary>
    public required ImmutableArray<DatedRule> Rules { get; init; }

    /// <summary>What the plan grants at an instant, or null.</summary>
    public AllowanceRule? RuleAt(Instant at) => Rules.LastOrDefault(rule => rule.From <= at)?.Rule;

    internal LocalDate DateOf(Instant at) => at.InZone(Zone).Date;

    /// <summary>The day after the last one of a period that the subscription is there for; a term that ends as agreed counts to the period's end.</summary>
    internal LocalDate CoveredUntil(LocalDate periodEnd) =>
        CancelledFrom is { } cancelled ? LocalDate.Min(periodEnd, DateOf(cancelled)) : periodEnd;

    /// <inheritdoc/>
    public bool Equals(AllowanceTerm? other) => other is not null && From == other.From && Plan == other.Plan && Zone.Equals(other.Zone)
        && Start == other.Start && End == other.End && CancelledFrom == other.CancelledFrom && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, Plan, Start, End);
}
