using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>Reads the due index; only <see cref="AppendScript"/> writes it.</summary>
internal sealed class DueIndex([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis, JournalGate gate)
{
    private const int PageSize = 5000;

    /// <summary>All pending wakes of a shard, in Unix milliseconds.</summary>
    public async Task<ImmutableArray<(string TicketId, long Wake)>> All(int shard)
    {
        var found = ImmutableArray.CreateBuilder<(string, long)>();
        for (var from = 0; ; from += PageSize)
        {
            var start = from;
            var page = await gate.Read(() => redis.GetDatabase().SortedSetRangeByRankWithScoresAsync(JournalKeys.Due(shard), start, start + PageSize - 1));
            found.AddRange(page.Select(Entry));
            if (page.Length < PageSize)
            {
                return found.ToImmutable();
            }
        }
    }

    /// <summary>The pending wakes of a shard up to an instant, earliest first, at most as many as asked for after those to skip.</summary>
    public async Task<ImmutableArray<(string TicketId, long Wake)>> UpTo(int shard, Instant until, int most, int skip = 0)
    {
        var found = await gate.Read(() => redis.GetDatabase().SortedSetRangeByScoreWithScoresAsync(
            JournalKeys.Due(shard), 0, until.ToUnixTimeMilliseconds(), skip: skip, take: most));
        return [.. found.Select(Entry)];
    }

    /// <summary>How many wakes of a shard are pending up to an instant.</summary>
    public Task<long> CountUpTo(int shard, Instant until)
    {
        return gate.Read(() => redis.GetDatabase().SortedSetLengthAsync(JournalKeys.Due(shard), 0, until.ToUnixTimeMilliseconds()));
    }

    private static (string, long) Entry(SortedSetEntry entry) => ((string)entry.Element!, (long)entry.Score);
}
