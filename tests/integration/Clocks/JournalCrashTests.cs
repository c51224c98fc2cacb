using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class JournalCrashTests
{
    private const int Tickets = 8;
    private const int BeforeTheCrash = 400;

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
            var journal = await JournalOver(connection);
            var writers = Enumerable.Range(0, Tickets).Select(number => AppendUntilTheCrash(journal, $"crash-{number}", acknowledged, enough)).ToArray();
            var ended = Task.WhenAll(writers);
            await Task.WhenAny(enough.Task, ended).WaitAsync(Cancel);
            Assert.True(enough.Task.IsCompleted, "The server did not answer every append in time before it was killed.");
            await server.KillAsync();
            await ended;
        }

        await server.RestartAsync();
        await using var after = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
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
        ExpectedLength = count - 1,
        Records = [[(byte)'r']],
        Events = [[(byte)'e']],
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
            Ended = false,
            NextDue = Instant.FromUnixTimeMilliseconds(count),
            Breaches = 0,
            ReceivedTime = Instant.FromUnixTimeMilliseconds(0),
            Reference = "",
            FactCount = count,
        },
    };

    private static async Task AssertWhole(ConnectionMultiplexer connection, string ticket, int acknowledged)
    {
        var database = connection.GetDatabase();
        var shard = Shards.Of(ticket);
        var length = (int)await database.ListLengthAsync(JournalKeys.Journal(ticket));
        var digest = SlaPlatform.Clocks.Journal.Encoding.DigestCodec.Read((byte[])(await database.HashGetAsync(JournalKeys.Summary(shard), ticket))!);

        Assert.InRange(length, acknowledged, acknowledged + 1);
        Assert.Equal(length, (int)(await database.SortedSetScoreAsync(JournalKeys.Due(shard), ticket))!.Value);
        Assert.Equal(length, (int)(await database.SortedSetScoreAsync(JournalKeys.Open(shard), ticket))!.Value);
        Assert.Equal(length, digest.FactCount);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"digest|{length}"), (string?)await database.StringGetAsync(JournalKeys.Request(ticket, $"{ticket}-{length}")));
        Assert.False(await database.KeyExistsAsync(JournalKeys.Request(ticket, $"{ticket}-{length + 1}")));
    }

    private static async Task<TicketJournal> JournalOver(ConnectionMultiplexer connection)
    {
        var services = new ServiceCollection().AddMetrics().AddSingleton<ShardGauges>().AddSingleton<ClockMetrics>().BuildServiceProvider();
        var gate = new JournalGate(connection);
        await gate.Open();
        return new TicketJournal(connection, gate, services.GetRequiredService<ClockMetrics>(), Options.Create(new JournalOptions()));
    }
}
