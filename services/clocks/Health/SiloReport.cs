using System.Collections.Immutable;
using SlaPlatform.Clocks.Telemetry;

namespace SlaPlatform.Clocks.Health;

/// <summary>What a silo knows of itself.</summary>
[GenerateSerializer]
[Immutable]
[Alias("clocks.SiloReport")]
internal sealed record SiloReport
{
    /// <summary>When its process began to serve, in Unix milliseconds.</summary>
    [Id(0)]
    public required long StartTime { get; init; }

    /// <summary>Its shards.</summary>
    [Id(1)]
    public required ImmutableArray<ShardReport> Shards { get; init; }

    /// <summary>Lateness of the signals it raised, over <see cref="HealthOptions.FiguresOver"/>.</summary>
    [Id(2)]
    public required HistogramCount Lateness { get; init; }

    /// <summary>Durations of its appends, over the same time.</summary>
    [Id(3)]
    public required HistogramCount Appends { get; init; }
}
