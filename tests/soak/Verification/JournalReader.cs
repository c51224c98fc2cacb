using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments;
using StackExchange.Redis;

namespace SlaPlatform.Soak.Verification;

/// <summary>Reads what the service stored, past the service.</summary>
internal sealed class JournalReader(IConnectionMultiplexer redis)
{
    private readonly ConcurrentDictionary<string, Policy> policies = new(StringComparer.Ordinal);

    private IDatabase Database => redis.GetDatabase();

    /// <summary>A ticket as stored; without entries when there is none.</summary>
    public async Task<StoredTicket> Read(string ticket)
    {
        var (records, wake) = await AtOneMoment(ticket);
        ImmutableArray<JournalEntry> entries = [.. records.Select(record => EntryCodec.Read((byte[])record!))];
        var book = new PlanBook([]);
        foreach (var plan in entries.OfType<JournalEntry.Told>().Select(told => PlanOf(told.Fact.Fact)).OfType<PlanReference>().Distinct())
        {
            book = book.With(plan, PlanTerms.Resolve(await Policy(plan.RevisionHash), plan.Plan, plan.Terms).OrThrow());
        }

        return new StoredTicket(ticket, entries, book, wake is { } found ? Instant.FromUnixTimeMilliseconds((long)found) : null);
    }

    /// <summary>How many wakes up to an instant are still pending.</summary>
    public async Task<long> Pending(Instant upTo) => (await Task.WhenAll(Shards.All.Select(shard =>
        Database.SortedSetLengthAsync(JournalKeys.Due(shard), 0, upTo.ToUnixTimeMilliseconds())))).Sum();

    /// <summary>The ids of all tickets that lists show.</summary>
    public async Task<ImmutableArray<string>> Tickets()
    {
        var keys = await Task.WhenAll(Shards.All.Select(shard => Database.HashKeysAsync(JournalKeys.Summary(shard))));
        return [.. keys.SelectMany(ids => ids).Select(id => (string)id!)];
    }

    /// <summary>For how many tickets a snapshot stands for a part of the journal.</summary>
    public async Task<int> CountSnapshots(IEnumerable<string> tickets) =>
        (await Task.WhenAll(tickets.Select(ticket => Database.KeyExistsAsync(JournalKeys.Snapshot(ticket))))).Count(exists => exists);

    // Timers go on: journal and index belong together only if neither moved in between.
    private async Task<(RedisValue[] Records, double? Wake)> AtOneMoment(string ticket)
    {
        while (true)
        {
            var before = await Database.SortedSetScoreAsync(JournalKeys.Due(Shards.Of(ticket)), ticket);
            var records = await Database.ListRangeAsync(JournalKeys.Journal(ticket));
            var after = await Database.SortedSetScoreAsync(JournalKeys.Due(Shards.Of(ticket)), ticket);
            if (before == after && await Database.ListLengthAsync(JournalKeys.Journal(ticket)) == records.Length)
            {
                return (records, after);
            }
        }
    }

    private static PlanReference? PlanOf(Fact fact) => fact switch
    {
        Fact.Opened opened => opened.Plan,
        Fact.PlanChanged changed => changed.Plan,
        _ => null,
    };

    private async Task<Policy> Policy(string hash)
    {
        if (policies.TryGetValue(hash, out var known))
        {
            return known;
        }

        var document = (byte[]?)await Database.StringGetAsync(JournalKeys.Policy(hash)) ?? throw new InvalidDataException($"The policy document {hash} is not in Redis.");
        return policies.GetOrAdd(hash, PolicyDocument.Parse(document).Policy!);
    }
}
