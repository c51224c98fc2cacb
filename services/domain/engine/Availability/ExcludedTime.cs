using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Availability;

/// <summary>
/// Time that was taken out of downtime for a cause. It is bound to the time that was decided on: what downtime gains by facts that become known later counts
/// until somebody decides on that, too.
/// </summary>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The instant after it; null for as long as the downtime lasts that it begins in.</param>
public readonly record struct ExcludedTime(Instant Start, Instant? End)
{
    /// <summary>The time that it takes out.</summary>
    /// <param name="down">The downtime of its ticket or report, in any order, as it stands now; what lasts until now ends now.</param>
    /// <returns>The time, or null when nothing of it is left.</returns>
    public Interval? Of(IEnumerable<Interval> down)
    {
        var start = Start;
        Instant? end = End ?? down.Where(span => span.End > start).Select(span => (Instant?)span.End).Min();
        return end > start ? new Interval(start, end) : null;
    }

    /// <summary>What is left of downtime.</summary>
    /// <param name="down">The downtime of one ticket or report.</param>
    /// <param name="excluded">What was taken out of it.</param>
    public static ImmutableArray<Interval> Rest(IReadOnlyCollection<Interval> down, IEnumerable<ExcludedTime> excluded) =>
        Spans.Difference(Spans.Union(down), Spans.Union(excluded.Select(time => time.Of(down)).OfType<Interval>()));
}
