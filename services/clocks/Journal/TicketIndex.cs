using System.Collections.Immutable;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>The tickets of all shards in the order of lists: by next due time, then by id.</summary>
internal sealed class TicketIndex([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis, JournalGate gate)
{
    private const int FewestPlaces = 10;
    private const int MostPlaces = 200;
    private const int FewestDigests = 100;

    /// <summary>The ids of every ticket of a shard that is not closed or merged.</summary>
    public async Task<ImmutableArray<string>> OpenOf(int shard)
    {
        var found = await gate.Read(() => redis.GetDatabase().SortedSetRangeByRankAsync(JournalKeys.Open(shard)));
        return [.. found.Select(id => (string)id!)];
    }

    /// <summary>How many tickets of a shard are not closed or merged.</summary>
    public Task<long> CountOpen(int shard)
    {
        return gate.Read(() => redis.GetDatabase().SortedSetLengthAsync(JournalKeys.Open(shard)));
    }

    /// <summary>What lists show of a ticket, or null when there is no such ticket.</summary>
    public async Task<TicketDigest?> Find(string ticketId)
    {
        var found = await gate.Read(() => redis.GetDatabase().HashGetAsync(JournalKeys.Summary(Shards.Of(ticketId)), ticketId));
        return found.IsNull ? null : DigestCodec.Read((byte[])found!);
    }

    /// <summary>Tickets after a place that a predicate accepts, in order.</summary>
    /// <param name="ended">Whether closed and merged tickets are looked at, too.</param>
    /// <param name="after">The place of the last ticket of the page before; null for the first page.</param>
    /// <param name="upTo">The last score to look at.</param>
    /// <param name="accepts">Which tickets are wanted.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Ends the reading between two rounds.</param>
    public async Task<ImmutableArray<TicketDigest>> Read(
        bool ended, ListPlace? after, long upTo, Func<TicketDigest, bool> accepts, int most, CancellationToken cancellation)
    {
        var place = after ?? ListPlace.First;
        var found = ImmutableArray.CreateBuilder<TicketDigest>();
        // A small page seldom needs more than its own size from one shard; a filter that accepts few needs many rounds.
        for (var chunk = Math.Clamp(most, FewestPlaces, MostPlaces); ; chunk = MostPlaces)
        {
            cancellation.ThrowIfCancellationRequested();
            var (next, complete) = await Next(ended, place, upTo, chunk);
            foreach (var part in next.Chunk(Math.Max(most, FewestDigests)))
            {
                cancellation.ThrowIfCancellationRequested();
                found.AddRange((await Digests(part)).Where(accepts).Take(most - found.Count));
                if (found.Count == most)
                {
                    return found.ToImmutable();
                }
            }

            if (complete)
            {
                return found.ToImmutable();
            }

            place = next.IsEmpty ? place : next[^1].Place;
        }
    }

    /// <summary>The next tickets over all shards. Each shard gives its first few; what lies beyond the nearest end of a cut-off shard must wait for the next round.</summary>
    private async Task<(ImmutableArray<(int Shard, ListPlace Place)> Places, bool Complete)> Next(bool ended, ListPlace place, long upTo, int chunk)
    {
        var keys = Shards.All.SelectMany(shard => ended
            ? new[] { (Shard: shard, Key: JournalKeys.Open(shard)), (Shard: shard, Key: JournalKeys.Ended(shard)) }
            : [(Shard: shard, Key: JournalKeys.Open(shard))]);
        var parts = await Task.WhenAll(keys.Select(async entry => (entry.Shard, Part: await After(entry.Key, place, upTo, chunk))));
        var horizon = parts.Where(part => part.Part.IsCut).Select(part => part.Part.Places[^1]).DefaultIfEmpty(ListPlace.Last).Min()!;
        var places = parts
            .SelectMany(part => part.Part.Places.Select(found => (part.Shard, Place: found)))
            .Where(entry => entry.Place.CompareTo(horizon) <= 0)
            .OrderBy(entry => entry.Place)
            .ToImmutableArray();
        return (places, parts.All(part => !part.Part.IsCut));
    }

    private async Task<(ImmutableArray<ListPlace> Places, bool IsCut)> After(RedisKey key, ListPlace place, long upTo, int chunk)
    {
        var entries = await gate.Read(() => redis.GetDatabase().SortedSetRangeByScoreWithScoresAsync(key, place.Score, upTo, take: chunk));
        var places = Places(entries, place, upTo);
        return places.Length > 0 || entries.Length < chunk ? (places, entries.Length == chunk) : await AfterEquals(key, place, upTo, chunk);
    }

    /// <summary>
    /// The places after one behind many of the same due time, as all tickets have to which nothing is owed any more: halves where they begin. Ranks move meanwhile, so
    /// that what is read must begin with a place that is not after it; else it is looked for again.
    /// </summary>
    private async Task<(ImmutableArray<ListPlace> Places, bool IsCut)> AfterEquals(RedisKey key, ListPlace place, long upTo, int chunk)
    {
        while (true)
        {
            var (first, end) = (await gate.Read(() => redis.GetDatabase().SortedSetLengthAsync(key, max: place.Score, exclude: Exclude.Stop)),
                await gate.Read(() => redis.GetDatabase().SortedSetLengthAsync(key, max: upTo)));
            var after = end;
            for (var before = first; before < after;)
            {
                var middle = before + ((after - before) / 2);
                var entry = await gate.Read(() => redis.GetDatabase().SortedSetRangeByRankWithScoresAsync(key, middle, middle));
                (before, after) = entry.Length > 0 && PlaceOf(entry[0]).CompareTo(place) <= 0 ? (middle + 1, after) : (before, middle);
            }

            var from = Math.Max(0, after - 1);
            var entries = await gate.Read(() => redis.GetDatabase().SortedSetRangeByRankWithScoresAsync(key, from, from + chunk));
            var (places, isCut) = (Places(entries, place, upTo), entries.Length > chunk && PlaceOf(entries[^1]).Score <= upTo);
            if ((from == 0 || (entries.Length > 0 && PlaceOf(entries[0]).CompareTo(place) <= 0)) && (places.Length > 0 || !isCut))
            {
                return (places, isCut);
            }
        }
    }

    private static ImmutableArray<ListPlace> Places(SortedSetEntry[] entries, ListPlace after, long upTo) =>
        [.. entries.Select(PlaceOf).Where(found => found.CompareTo(after) > 0 && found.Score <= upTo)];

    private static ListPlace PlaceOf(SortedSetEntry entry) => new((long)entry.Score, (string)entry.Element!);

    /// <summary>The summaries of places in their order, in one call for each shard; a ticket that moved meanwhile may lack one.</summary>
    private async Task<IEnumerable<TicketDigest>> Digests((int Shard, ListPlace Place)[] places)
    {
        places = [.. places.DistinctBy(entry => entry.Place.TicketId)];
        var read = await Task.WhenAll(places.GroupBy(entry => entry.Shard, entry => entry.Place.TicketId).Select(async shard =>
        {
            RedisValue[] ids = [.. shard.Select(id => (RedisValue)id)];
            var values = await gate.Read(() => redis.GetDatabase().HashGetAsync(JournalKeys.Summary(shard.Key), ids));
            return shard.Zip(values);
        }));
        var byId = read.SelectMany(shard => shard).Where(pair => !pair.Second.IsNull).ToDictionary(pair => pair.First, pair => (byte[])pair.Second!, StringComparer.Ordinal);
        return places.Where(entry => byId.ContainsKey(entry.Place.TicketId)).Select(entry => DigestCodec.Read(byId[entry.Place.TicketId]));
    }
}
