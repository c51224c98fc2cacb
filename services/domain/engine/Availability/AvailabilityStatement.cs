using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Availability;

/// <summary>
/// A month's figure with every interval that it is made of. Scheduled maintenance lessens the hours that are measured; neither it nor emergency maintenance is
/// downtime; an instant counts once, however many records cover it.
/// </summary>
public sealed record AvailabilityStatement
{
    /// <summary>Works it out.</summary>
    /// <param name="intervals">What was recorded.</param>
    /// <param name="promise">What the plan guarantees.</param>
    /// <exception cref="ArgumentException">The service hours are zero, or longer than <see cref="MonthHours.LongestMonth"/>.</exception>
    public AvailabilityStatement(MonthIntervals intervals, FeatureValue.Availability promise)
    {
        Service = Spans.Union(intervals.Service);
        if (Length(Service) is var service && (service == Duration.Zero || service > MonthHours.LongestMonth))
        {
            throw new ArgumentException($"The service hours are {service}; they are those of one month.", nameof(intervals));
        }

        Maintenance = Spans.Intersection(Spans.Union(intervals.Scheduled), Service);
        var maintained = Spans.Union(intervals.Scheduled.Concat(intervals.Emergency));
        Downtime = Spans.Difference(Spans.Intersection(Spans.Union(intervals.Down), Service), maintained);
        Figure = Length(Maintenance) < service ? new AvailabilityFigure(MonthHours.Of(service, Length(Maintenance), Length(Downtime)).OrThrow(), promise) : null;
    }

    /// <summary>The service hours, by start.</summary>
    public ImmutableArray<Interval> Service { get; }

    /// <summary>Scheduled maintenance within them.</summary>
    public ImmutableArray<Interval> Maintenance { get; }

    /// <summary>Downtime within them and outside all maintenance.</summary>
    public ImmutableArray<Interval> Downtime { get; }

    /// <summary>The figure; null when maintenance leaves nothing to measure.</summary>
    public AvailabilityFigure? Figure { get; }

    /// <summary>How long intervals of a statement are together.</summary>
    public static Duration Length(ImmutableArray<Interval> intervals) => Spans.Length(intervals);

    /// <inheritdoc/>
    public bool Equals(AvailabilityStatement? other) => other is not null && Service.SequenceEqual(other.Service)
        && Maintenance.SequenceEqual(other.Maintenance) && Downtime.SequenceEqual(other.Downtime) && Figure == other.Figure;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Service.Length, Maintenance.Length, Downtime.Length, Figure);
}
