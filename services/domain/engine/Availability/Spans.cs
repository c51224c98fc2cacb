using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Availability;

/// <summary>Sets of instants, as intervals that are in order and do not touch.</summary>
internal static class Spans
{
    /// <summary>What any of the intervals covers.</summary>
    public static ImmutableArray<Interval> Union(IEnumerable<Interval> intervals)
    {
        var found = ImmutableArray.CreateBuilder<Interval>();
        foreach (var next in intervals.Where(interval => interval.Start < interval.End).OrderBy(interval => interval.Start))
        {
            if (found.Count > 0 && next.Start <= found[^1].End)
            {
                found[^1] = new Interval(found[^1].Start, Instant.Max(found[^1].End, next.End));
            }
            else
            {
                found.Add(next);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What both cover.</summary>
    public static ImmutableArray<Interval> Intersection(ImmutableArray<Interval> one, ImmutableArray<Interval> other) => Union(
        one.SelectMany(_ => other, static (left, right) => (Start: Instant.Max(left.Start, right.Start), End: Instant.Min(left.End, right.End)))
            .Where(both => both.Start < both.End).Select(both => new Interval(both.Start, both.End)));

    /// <summary>What the first covers and the second does not.</summary>
    public static ImmutableArray<Interval> Difference(ImmutableArray<Interval> of, ImmutableArray<Interval> without)
    {
        IEnumerable<Interval> left = of;
        foreach (var gone in without)
        {
            left = left.SelectMany(interval => Without(interval, gone));
        }

        return [.. left];
    }

    /// <summary>How long they are together.</summary>
    public static Duration Length(ImmutableArray<Interval> spans) => spans.Aggregate(Duration.Zero, static (sum, span) => sum + span.Duration);

    private static IEnumerable<Interval> Without(Interval interval, Interval gone)
    {
        if (gone.End <= interval.Start || gone.Start >= interval.End)
        {
            return [interval];
        }

        Interval[] parts = [new(interval.Start, Instant.Max(interval.Start, gone.Start)), new(Instant.Min(interval.End, gone.End), interval.End)];
        return parts.Where(part => part.Start < part.End);
    }
}
