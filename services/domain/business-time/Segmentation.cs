using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>Lays open intervals and holidays, which never meet, side by side and fills what is left as closed.</summary>
internal static class Segmentation
{
    public static ImmutableArray<CalendarSegment> Of(Instant from, Instant to, IEnumerable<Interval> open, IEnumerable<Stretch> holidays)
    {
        var known = open.Select(i => new CalendarSegment(i.Start, i.End, SegmentKind.Counted))
            .Concat(holidays.Select(s => new CalendarSegment(
                CalendarRange.ToInstant(s.Start), CalendarRange.ToInstant(s.End), SegmentKind.Holiday, s.Name)))
            .OrderBy(s => s.From);
        var segments = ImmutableArray.CreateBuilder<CalendarSegment>();
        var reached = from;
        foreach (var segment in known)
        {
            AddClosed(segment.From);
            segments.Add(segment);
            reached = segment.To;
        }

        AddClosed(to);
        return segments.DrainToImmutable();

        void AddClosed(Instant until)
        {
            if (reached < until)
            {
                segments.Add(new CalendarSegment(reached, until, SegmentKind.Closed));
            }
        }
    }
}
