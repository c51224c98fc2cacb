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
    public static ImmutableArray<Interval> Intersection(ImmutableArray<Interval> one, ImmutableArray<Interval> other)
    {
        var found = ImmutableArray.CreateBuilder<Interval>();
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var (start, end) = (Instant.Max(one[i].Start, other[j].Start), Instant.Min(one[i].End, other[j].End));
            if (start < end)
            {
                found.Add(new Interval(start, end));
            }

            _ = one[i].End < other[j].End ? i++ : j++;
        }

        return found.ToImmutable();
    }

    /// <summary>What the first covers and the second does not.</summary>
    public static ImmutableArray<Interval> Difference(ImmutableArray<Interval> of, ImmutableArray<Interval> without)
    {
        var found = ImmutableArray.CreateBuilder<Interval>();
        var next = 0;
        foreach (var span in of)
        {
            var from = span.Start;
            while (next < without.Length && without[next].End <= from)
            {
                next++;
            }

            // What reaches into the following one is looked at again for it.
            for (var i = next; i < without.Length && without[i].Start < span.End; i++)
            {
                Add(from, without[i].Start);
                from = Instant.Max(from, without[i].End);
            }

            Add(from, span.End);
        }

        return found.ToImmutable();

        void Add(Instant start, Instant end)
        {
            if (start < end)
            {
                found.Add(new Interval(start, end));
            }
        }
    }

    /// <summary>How long they are together.</summary>
    public static Duration Length(ImmutableArray<Interval> spans) => spans.Aggregate(Duration.Zero, static (sum, span) => sum + span.Duration);
}
