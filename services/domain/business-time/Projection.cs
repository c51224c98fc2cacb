using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// Carries spans of wall-clock readings over to the time line. Within one zone interval the two differ by a constant offset, so each is
/// cut there and shifted: skipped readings vanish, repeated ones appear twice, and no local end point is ever resolved by itself.
/// </summary>
internal static class Projection
{
    public static List<Stretch> ToTimeLine(Func<LocalDate, LocalDate, List<Stretch>> spansOf, DateTimeZone zone, long from, long to)
    {
        var result = new List<Stretch>();
        if (from >= to)
        {
            return result;
        }

        // Two days more on either side than any window, offset or zone change can reach.
        var first = CalendarRange.ToInstant(from).InZone(zone).Date.PlusDays(-3);
        var last = CalendarRange.ToInstant(to).InZone(zone).Date.PlusDays(3);
        var spans = spansOf(first, last);
        for (var at = from; at < to;)
        {
            var interval = zone.GetZoneInterval(CalendarRange.ToInstant(at));
            var offset = interval.WallOffset.Nanoseconds;
            var end = interval.HasEnd && interval.End < CalendarRange.ToInstant(to) ? CalendarRange.Nanoseconds(interval.End) : to;
            for (var i = FirstEndingAfter(spans, at + offset); i < spans.Count && spans[i].Start < end + offset; i++)
            {
                Append(result, new(Math.Max(spans[i].Start - offset, at), Math.Min(spans[i].End - offset, end), spans[i].Name));
            }

            at = end;
        }

        return result;
    }

    private static int FirstEndingAfter(List<Stretch> spans, long reading)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].End > reading ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static void Append(List<Stretch> spans, Stretch span)
    {
        if (spans.Count > 0 && spans[^1].End == span.Start && spans[^1].Name == span.Name)
        {
            spans[^1] = spans[^1] with { End = span.End };
        }
        else
        {
            spans.Add(span);
        }
    }
}
