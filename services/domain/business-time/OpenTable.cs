using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// The open intervals of a stretch of time with running totals, immutable. Instants are nanoseconds of the Unix epoch. Every search is binary
/// and allocates nothing. Intervals that touch the table's ends may go on beyond them.
/// </summary>
internal sealed class OpenTable
{
    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _before;

    private OpenTable(long from, long to, List<Stretch> spans)
    {
        From = from;
        To = to;
        _starts = [.. spans.Select(s => s.Start)];
        _ends = [.. spans.Select(s => s.End)];
        _before = new long[spans.Count];
        for (var i = 0; i < spans.Count; i++)
        {
            _before[i] = Total;
            Total += _ends[i] - _starts[i];
        }
    }

    public long From { get; }

    public long To { get; }

    public long Total { get; }

    public int Count => _starts.Length;

    public static OpenTable Build(OpeningHours hours, DateTimeZone zone, long from, long to) =>
        new(from, to, Projection.ToTimeLine(hours.Open, zone, from, to));

    public long StartOf(int index) => _starts[index];

    public long EndOf(int index) => _ends[index];

    /// <summary>The last interval that starts at or before the instant, or -1.</summary>
    public int LastStartingBy(long instant) => LastAtMost(_starts, instant);

    /// <summary>Open time from the table's start to an instant within it.</summary>
    public long OpenUntil(long instant)
    {
        var index = LastStartingBy(instant);
        return index < 0 ? 0 : _before[index] + (Math.Min(instant, _ends[index]) - _starts[index]);
    }

    /// <summary>The earliest instant with that much open time before it, which is more than 0 and at most <see cref="Total"/>.</summary>
    public long EarliestWith(long open)
    {
        var index = LastAtMost(_before, open - 1);
        return _starts[index] + (open - _before[index]);
    }

    /// <summary>The latest instant with that much open time before it, which is at least 0 and less than <see cref="Total"/>.</summary>
    public long LatestWith(long open)
    {
        var index = LastAtMost(_before, open);
        return _starts[index] + (open - _before[index]);
    }

    private static int LastAtMost(long[] sorted, long value)
    {
        var index = Array.BinarySearch(sorted, value);
        return index >= 0 ? index : ~index - 1;
    }
}
