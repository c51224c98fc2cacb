using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>What this process' shards last said of themselves: the one source of the instruments and of the clock's health.</summary>
internal sealed class ShardGauges
{
    private readonly ConcurrentDictionary<int, ShardCount> shards = new();

    /// <summary>What each shard said.</summary>
    public ImmutableArray<ShardCount> All => [.. shards.Values];

    /// <summary>Tickets with a pending wake.</summary>
    public long Armed => shards.Values.Sum(shard => (long)shard.Armed);

    /// <summary>Tickets not closed or merged.</summary>
    public long Open => shards.Values.Sum(shard => shard.Open);

    /// <summary>Entries of the due index that are past.</summary>
    public long Overdue => shards.Values.Sum(shard => shard.Overdue);

    /// <summary>How long the oldest entry of the due index is past.</summary>
    public Duration OldestOverdue => shards.Values
        .Select(shard => shard.OldestOverdueTime is { } oldest ? shard.CountTime - oldest : Duration.Zero)
        .DefaultIfEmpty(Duration.Zero)
        .Max();

    public void Set(ShardCount count) => shards[count.Shard] = count;

    public void Remove(int shard) => shards.TryRemove(shard, out _);
}
