using System.Collections.Immutable;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>Reads the shards' events for watchers.</summary>
internal sealed class Outbox([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis, JournalGate gate)
{
    /// <summary>The most events that one read gives.</summary>
    public const int Batch = 500;

    /// <summary>The sequence given last in each shard.</summary>
    public async Task<ImmutableArray<long>> LastOfAll()
    {
        var database = redis.GetDatabase();
        var found = await gate.ReadOfEpoch(() => Task.WhenAll(Shards.All.Select(shard => database.StringGetAsync(JournalKeys.OutboxLast(shard)))));
        return [.. found.Select(value => value.IsNull ? 0L : (long)value)];
    }

    /// <summary>The sequence given last in a shard.</summary>
    public async Task<long> LastOf(int shard)
    {
        var found = await gate.ReadOfEpoch(() => redis.GetDatabase().StringGetAsync(JournalKeys.OutboxLast(shard)));
        return found.IsNull ? 0 : (long)found;
    }

    /// <summary>Events of a shard after a position, in order, at most <see cref="Batch"/>. Sequences have no holes: a first one that is not the next shows that some are gone.</summary>
    public async Task<ImmutableArray<(long Sequence, ReadOnlyMemory<byte> Event)>> After(int shard, long position)
    {
        var found = await gate.ReadOfEpoch(() => redis.GetDatabase().SortedSetRangeByScoreWithScoresAsync(
            JournalKeys.Outbox(shard), position, double.PositiveInfinity, Exclude.Start, take: Batch));
        return [.. found.Select(entry => ((long)entry.Score, Strip((byte[])entry.Element!)))];
    }

    // The member begins with its sequence, so that two equal events are two members.
    private static ReadOnlyMemory<byte> Strip(byte[] member) => member.AsMemory(Array.IndexOf(member, (byte)':') + 1);
}
