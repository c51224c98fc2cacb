using SlaPlatform.Clocks.Journal;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Tickets whose journals cannot be read: every wake of theirs fails.</summary>
internal static class BrokenTickets
{
    /// <summary>Stores some of them in one shard, due at a time in Unix milliseconds.</summary>
    public static async Task AddAsync(IDatabase database, int shard, int count, long due)
    {
        var ids = Enumerable.Range(0, int.MaxValue).Select(number => $"broken-{number}").Where(name => Shards.Of(name) == shard).Take(count).ToArray();
        await Task.WhenAll(ids.Select(id => database.ListRightPushAsync(JournalKeys.Journal(id), "rubbish")));
        await database.SortedSetAddAsync(JournalKeys.Due(shard), [.. ids.Select(id => new SortedSetEntry(id, due))]);
    }
}
