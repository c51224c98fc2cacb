using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Availability;

/// <summary>What happened in a month, as it was recorded: intervals may overlap and reach beyond it.</summary>
public sealed record MonthIntervals
{
    /// <summary>When the service is guaranteed within the month.</summary>
    public required ImmutableArray<Interval> Service { get; init; }

    /// <summary>Scheduled maintenance that was not taken back.</summary>
    public ImmutableArray<Interval> Scheduled { get; init; } = [];

    /// <summary>Emergency maintenance that was not taken back.</summary>
    public ImmutableArray<Interval> Emergency { get; init; } = [];

    /// <summary>Downtime that is not excluded.</summary>
    public ImmutableArray<Interval> Down { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(MonthIntervals? other) => other is not null && Service.SequenceEqual(other.Service) && Scheduled.SequenceEqual(other.Scheduled)
        && Emergency.SequenceEqual(other.Emergency) && Down.SequenceEqual(other.Down);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Service.Length, Scheduled.Length, Emergency.Length, Down.Length);
}
