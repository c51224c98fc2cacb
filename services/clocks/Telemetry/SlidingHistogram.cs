using System.Collections.Immutable;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>Counts values over the last while: between eleven and twelve twelfths of the window. Safe for concurrent use.</summary>
/// <param name="window">The window.</param>
/// <param name="clock">Its timestamps tell what is old.</param>
internal sealed class SlidingHistogram(TimeSpan window, TimeProvider clock)
{
    private const int Slices = 12;
    private const double MicrosecondsInSecond = 1_000_000;

    private readonly Lock gate = new();
    private readonly Slice[] slices = [.. Enumerable.Range(0, Slices).Select(_ => new Slice())];
    private readonly long start = clock.GetTimestamp();

    /// <summary>Adds a value in seconds; one below zero counts as zero.</summary>
    public void Record(double seconds)
    {
        var value = (long)Math.Clamp(seconds * MicrosecondsInSecond, 0, long.MaxValue / 2);
        lock (gate)
        {
            var now = Now();
            var slice = slices[now % Slices];
            if (slice.Number != now)
            {
                slice.Number = now;
                slice.Max = 0;
                slice.Counts.Clear();
            }

            var bucket = HistogramCount.BucketOf(value);
            slice.Counts[bucket] = slice.Counts.GetValueOrDefault(bucket) + 1;
            slice.Max = Math.Max(slice.Max, value);
        }
    }

    /// <summary>What came within the window.</summary>
    public HistogramCount Read()
    {
        lock (gate)
        {
            var now = Now();
            return slices.Where(slice => slice.Number > now - Slices && slice.Counts.Count > 0)
                .Select(slice => new HistogramCount { Counts = slice.Counts.ToImmutableDictionary(), Max = slice.Max })
                .Aggregate(HistogramCount.Empty, (sum, slice) => sum.With(slice));
        }
    }

    private long Now() => clock.GetElapsedTime(start).Ticks / (window.Ticks / Slices);

    private sealed class Slice
    {
        public long Number { get; set; } = -Slices;

        public long Max { get; set; }

        public Dictionary<int, long> Counts { get; } = [];
    }
}
