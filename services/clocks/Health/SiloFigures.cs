using SlaPlatform.Clocks.Telemetry;

namespace SlaPlatform.Clocks.Health;

/// <summary>Tells what this silo knows of itself.</summary>
internal sealed class SiloFigures(GrainId id, Silo silo, ILoggerFactory loggers, ShardGauges gauges, RecentFigures recent, TimeProvider clock)
    : GrainService(id, silo, loggers), ISiloFigures
{
    private readonly long started = clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<SiloReport> Report() => Task.FromResult(new SiloReport
    {
        StartTime = started,
        Shards = [.. gauges.All.Select(shard => new ShardReport(
            shard.Shard, shard.CountTime.ToUnixTimeMilliseconds(), shard.Armed, shard.Open, shard.Overdue, shard.OldestOverdueTime?.ToUnixTimeMilliseconds()))],
        Lateness = recent.Lateness,
        Appends = recent.Appends,
    });
}
