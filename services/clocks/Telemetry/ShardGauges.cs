using System.Collections.Concurrent;
using NodaTime;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>What this process' shards last said of themselves.</summary>
internal sealed class ShardGauges
{
    private readonly ConcurrentDictionary<int, ShardState> shards = new();

    /// <summary>Tickets with a pending wake.</summary>
    public long Armed => shards.Values.Sum(shard => (long)shard.Armed);

    /// <summary>Tickets not closed or merged.</summary>
    public long Open => shards.Values.Sum(shard => shard.Open);

    /// <summary>How long the oldest entry of the due index is past.</summary>
    public Duration OldestOverdue => shards.Values.Select(shard => shard.OldestOverdue).DefaultIfEmpty(Duration.Zero).Max();

    public void Set(int shard, int armed, long open, Duration oldestOverdue) => shards[shard] = new ShardState(armed, open, oldestOverdue);

    public void Remove(int shard) => shards.TryRemove(shard, out _);

    private sealed record ShardState(int Armed, long Open, Duration OldestOverdue);
}
