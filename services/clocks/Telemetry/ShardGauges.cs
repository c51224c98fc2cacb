using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>What this process' shards last said of themselves: the one source of the instruments and of the clock's health. Ages go on growing while no shard counts.</summary>
internal sealed class ShardGauges(TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, Held> shards = new();

    /// <summary>What each shard said; one that has not counted yet is missing.</summary>
    public ImmutableArray<ShardCount> All => [.. Counts];

    /// <summary>Shards that this process holds.</summary>
    public long HeldShards => shards.Count;

    /// <summary>Tickets with a pending wake.</summary>
    public long Armed => Counts.Sum(shard => (long)shard.Armed);

    /// <summary>Tickets not closed or merged.</summary>
    public long Open => Counts.Sum(shard => shard.Open);

    /// <summary>Entries of the due index that are past.</summary>
    public long Overdue => Counts.Sum(shard => shard.Overdue);

    /// <summary>How long the oldest entry of the due index that was past at the last count is past now.</summary>
    public Duration OldestOverdue => Since(Counts.Min(shard => shard.OldestOverdueTime));

    /// <summary>How long ago the shard counted whose count is the oldest; for one that never did, since it is held.</summary>
    public Duration OldestCount => Since(shards.Values.Select(shard => (Instant?)(shard.Count?.CountTime ?? shard.Since)).Min());

    private IEnumerable<ShardCount> Counts => shards.Values.Select(shard => shard.Count).OfType<ShardCount>();

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>A shard is held from now on.</summary>
    public void Hold(int shard) => shards[shard] = new Held(Now, null);

    /// <summary>A shard counted. What one that is held no longer said late is left out: it would grow old for ever.</summary>
    public void Set(ShardCount count)
    {
        if (shards.TryGetValue(count.Shard, out var held))
        {
            shards.TryUpdate(count.Shard, held with { Count = count }, held);
        }
    }

    public void Remove(int shard) => shards.TryRemove(shard, out _);

    private Duration Since(Instant? time) => time is { } then ? Duration.Max(Now - then, Duration.Zero) : Duration.Zero;

    private sealed record Held(Instant Since, ShardCount? Count);
}
