using System.Collections.Concurrent;
using NodaTime;

namespace SlaPlatform.BusinessTime.Tests.Oracle;

/// <summary>Walks a fortnight minute by minute and reads the clock on the wall at each; shares nothing with the library.</summary>
internal sealed class MinuteOracle
{
    public const int Minutes = 14 * 24 * 60;

    private static readonly ConcurrentDictionary<(string Zone, Instant From), (LocalDate Date, int Minute)[]> Readings = new();

    private readonly bool[] _open;

    public MinuteOracle(OracleCalendar calendar, string zone, Instant from)
    {
        From = from;
        _open = Array.ConvertAll(Readings.GetOrAdd((zone, from), Read), reading => calendar.Holds(reading.Date, reading.Minute));
    }

    public Instant From { get; }

    public bool IsOpen(int minute) => _open[minute];

    public Instant At(int minute) => From + Duration.FromMinutes(minute);

    public int Count(int from, int to) => _open.AsSpan(from, to - from).Count(true);

    /// <summary>The earliest minute with that many open ones since the start, or null when the fortnight has fewer.</summary>
    public int? Add(int start, int count)
    {
        for (var at = start; at < Minutes; at++)
        {
            if (count == 0)
            {
                return at;
            }

            count -= _open[at] ? 1 : 0;
        }

        return null;
    }

    /// <summary>The latest minute with that many open ones before the end, or null when the fortnight has fewer.</summary>
    public int? Subtract(int end, int count)
    {
        for (var at = end; at > 0; at--)
        {
            if (count == 0)
            {
                return at;
            }

            count -= _open[at - 1] ? 1 : 0;
        }

        return null;
    }

    public static int? First(int from, Func<int, bool> found)
    {
        for (var at = from; at < Minutes; at++)
        {
            if (found(at))
            {
                return at;
            }
        }

        return null;
    }

    public static int? Last(int from, Func<int, bool> found)
    {
        for (var at = from; at > 0; at--)
        {
            if (found(at))
            {
                return at;
            }
        }

        return null;
    }

    private static (LocalDate Date, int Minute)[] Read((string Zone, Instant From) key)
    {
        var zone = DateTimeZoneProviders.Tzdb[key.Zone];
        return [.. Enumerable.Range(0, Minutes)
            .Select(i => (key.From + Duration.FromMinutes(i)).InZone(zone).LocalDateTime)
            .Select(local => (local.Date, local.Hour * 60 + local.Minute))];
    }
}
