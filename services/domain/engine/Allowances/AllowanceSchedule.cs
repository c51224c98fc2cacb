using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Allowances.Scheduling;

namespace SlaPlatform.Engine.Allowances;

/// <summary>The periods of an allowance and what becomes of it at their edges: a function of the terms and the time alone, whatever is booked.</summary>
public sealed record AllowanceSchedule
{
    internal AllowanceSchedule(ImmutableArray<AllowanceStep> steps, AllowancePeriod? current)
    {
        Steps = steps;
        Current = current;
    }

    /// <summary>Everything up to the time asked for, earliest first.</summary>
    public ImmutableArray<AllowanceStep> Steps { get; }

    /// <summary>The period at the time asked for; null before the subscription, after it, and where its plan grants nothing.</summary>
    public AllowancePeriod? Current { get; }

    /// <summary>The schedule up to a time, inclusive, on what was known of the terms then.</summary>
    public static AllowanceSchedule Of(AllowanceTerms terms, Instant until) => new ScheduleBuilder(terms, until).Build();

    /// <inheritdoc/>
    public bool Equals(AllowanceSchedule? other) => other is not null && Current == other.Current && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Current, Steps.Length);
}
