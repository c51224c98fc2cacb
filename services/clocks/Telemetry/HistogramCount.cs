using System.Collections.Immutable;
using System.Numerics;
using NodaTime;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>How often each value came, in buckets whose width is at most a 16th of their values. Counts of several silos add up without loss.</summary>
[GenerateSerializer]
[Immutable]
[Alias("clocks.HistogramCount")]
internal sealed record HistogramCount
{
    private const int Steps = 16;
    private const int StepBits = 4;

    /// <summary>Nothing came.</summary>
    public static readonly HistogramCount Empty = new();

    /// <summary>How often, by <see cref="BucketOf"/>.</summary>
    [Id(0)]
    public ImmutableDictionary<int, long> Counts { get; init; } = ImmutableDictionary<int, long>.Empty;

    /// <summary>The greatest value, in microseconds.</summary>
    [Id(1)]
    public long Max { get; init; }

    /// <summary>How many values came.</summary>
    public long Total => Counts.Values.Sum();

    /// <summary>The bucket of a value in microseconds, at least 0.</summary>
    public static int BucketOf(long value)
    {
        if (value < Steps)
        {
            return (int)value;
        }

        var exponent = BitOperations.Log2((ulong)value);
        return ((exponent - StepBits + 1) * Steps) + (int)((value >> (exponent - StepBits)) - Steps);
    }

    /// <summary>The greatest value of a bucket.</summary>
    public static long MostOf(int bucket) =>
        bucket < Steps ? bucket : ((Steps + (bucket % Steps) + 1L) << ((bucket / Steps) - 1)) - 1;

    /// <summary>Both together.</summary>
    public HistogramCount With(HistogramCount other)
    {
        var counts = Counts.ToBuilder();
        foreach (var (bucket, count) in other.Counts)
        {
            counts[bucket] = counts.GetValueOrDefault(bucket) + count;
        }

        return new HistogramCount { Counts = counts.ToImmutable(), Max = Math.Max(Max, other.Max) };
    }

    /// <summary>A value that the share of all values does not exceed, at most a 16th too great and never above the greatest; null when nothing came.</summary>
    /// <param name="share">From 0 to 1.</param>
    public Duration? Percentile(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Total));
        var seen = 0L;
        foreach (var (bucket, count) in Counts.OrderBy(entry => entry.Key))
        {
            seen += count;
            if (seen >= wanted)
            {
                return Of(Math.Min(MostOf(bucket), Max));
            }
        }

        return null;
    }

    /// <summary>The greatest value; null when nothing came.</summary>
    public Duration? Greatest() => Counts.IsEmpty ? null : Of(Max);

    private static Duration Of(long microseconds) => Duration.FromNanoseconds(microseconds * 1000);
}
