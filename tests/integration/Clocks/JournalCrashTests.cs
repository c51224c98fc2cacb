using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class JournalCrashTests
{
    private const int Tickets = 8;
    private const int BeforeTheCrash = 400;
    private const int RecordsOfOne = 3;
    private const int EventsOfOne = 5;

    // A busy machine's disk may take long to confirm; the crash itself ends calls at once.
    private const int BusyMilliseconds = 10_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_RedisKilledInMidStream_LeavesAllOrNothingOfEachAndLosesNoneAcknowledged()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await CrashAndCompareAsync(redis);
    }

    [Fact]
    public async Task Append_GarnetKilledInMidStream_LeavesAllOrNothingOfEachAndLosesNoneAcknowledged()
    {
        await using var garnet = await RedisServer.StartGarnetAsync();
        await CrashAndCompareAsync(garnet);
    }

    private static async Task CrashAndCompareAsync(RedisServer server)
    {
        var acknowledged = new ConcurrentDictionary<string, int>();
        var enough = new TaskCompletionSource();
        await using (var connection = await ConnectionMultiplexer.ConnectAsync($"{server.ConnectionString},abortConnect=false,asyncTimeout={BusyMilliseconds}"))
        {
            var journal = await JournalTests.JournalOver(connection);
            var writers = Enumerable.Range(0, Tickets).Select(number => AppendUntilTheCrash(journal, $"crash-{number}", acknowledged, enough)).ToArray();
            var ended = Task.WhenAll(writers);
            await Task.WhenAny(enough.Task, ended).WaitAsync(Cancel);
            Assert.True(enough.Task.IsCompleted, "The server did not answer every append in time before it was killed.");
            await server.KillAsync();
            await ended;
        }

        await server.RestartAsync();
        await using var after = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        await new JournalGate(after).Open();
        foreach (var (ticket, count) in acknowledged)
        {
            await AssertWhole(after, ticket, count);
        }
    }

    private static async Task AppendUntilTheCrash(TicketJournal journal, string ticket, ConcurrentDictionary<string, int> acknowledged, TaskCompletionSource enough)
    {
        acknowledged[ticket] = 0;
        try
        {
            for (var count = 1; ; count++)
            {
                Assert.Equal(AppendOutcome.Appended, await journal.Append(Nth(ticket, count)));
                acknowledged[ticket] = count;
                if (acknowledged.Values.Sum() >= BeforeTheCrash)
                {
                    enough.TrySetResult();
                }
            }
        }
        catch (JournalUnavailableException)
        {
            // The crash; whether the last append was stored is what the test looks at.
        }
    }

    private static Append Nth(string ticket, int count) => new()
    {
        TicketId = ticket,
        ExpectedLength = RecordsOfOne * (count - 1),
        Records = [.. Enumerable.Repeat("r"u8.ToArray(), RecordsOfOne)],
        Events = [.. Enumerable.Range(1, EventsOfOne).Select(number => System.Text.Encoding.UTF8.GetBytes($"{ticket} {count} {number}"))],
        NextWake = Instant.FromUnixTimeMilliseconds(count),
        Request = new RequestMark($"{ticket}-{count}", "digest"),
        Summary = new TicketDigest
        {
            TicketId = ticket,
            Account = "accounts/a",
            Plan = "",
            Level = 1,
            Label = "",
            State = "Open",
            Ended = count % 2 == 0,
            NextDue = Instant.FromUnixTimeMilliseconds(count),
            Breaches = 0,
            ReceivedTime = Instant.FromUnixTimeMilliseconds(0),
            Reference = "",
            FactCount = count,
        },
    };

    /// <summary>Every key that the script writes stands at the same append, the last one acknowledged or the one after it.</summary>
    private static async Task AssertWhole(ConnectionMultiplexer connection, string ticket, int acknowledged)
    {
        var database = connection.GetDatabase();
        var shard = Shards.Of(ticket);
        var length = (int)await database.ListLengthAsync(JournalKeys.Journal(ticket));
        var count = length / RecordsOfOne;
        var digest = SlaPlatform.Clocks.Journal.Encoding.DigestCodec.Read((byte[])(await database.HashGetAsync(JournalKeys.Summary(shard), ticket))!);
        var (into, outOf) = count % 2 == 0 ? (JournalKeys.Ended(shard), JournalKeys.Open(shard)) : (JournalKeys.Open(shard), JournalKeys.Ended(shard));

        Assert.InRange(count, acknowledged, acknowledged + 1);
        Assert.Equal(count * RecordsOfOne, length);
        Assert.Equal(count, (int)(await database.SortedSetScoreAsync(JournalKeys.Due(shard), ticket))!.Value);
        Assert.Equal(digest.Score, (long)(await database.SortedSetScoreAsync(into, ticket))!.Value);
        Assert.Null(await database.SortedSetScoreAsync(outOf, ticket));
        Assert.Equal(count, digest.FactCount);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"digest|{length}"), (string?)await database.StringGetAsync(JournalKeys.Request(ticket, $"{ticket}-{count}")));
        Assert.False(await database.KeyExistsAsync(JournalKeys.Request(ticket, $"{ticket}-{count + 1}")));
        await AssertOutbox(database, shard, ticket, count);
    }

    private static async Task AssertOutbox(IDatabase database, int shard, string ticket, int count)
    {
        var entries = await database.SortedSetRangeByRankWithScoresAsync(JournalKeys.Outbox(shard));
        var own = entries.Select(entry => ((string)entry.Element!).Split(':', 2)[1]).Where(text => text.StartsWith(ticket + " ", StringComparison.Ordinal));
        var written = Enumerable.Range(1, count).SelectMany(append => Enumerable.Range(1, EventsOfOne).Select(number => $"{ticket} {append} {number}"));

        Assert.Equal(Enumerable.Range(1, entries.Length), entries.Select(entry => (int)entry.Score));
        Assert.Equal(entries.Length, (int)await database.StringGetAsync(JournalKeys.OutboxLast(shard)));
        Assert.Equal(written, own);
    }
}
