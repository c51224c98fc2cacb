using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks.Watches;

public sealed class OutboxTests
{
    private const string Ticket = "noise";
    private static readonly Instant Noon = Instant.FromUtc(2026, 6, 1, 12, 0);

    [Theory]
    [InlineData("redis")]
    [InlineData("garnet")]
    public async Task Append_EventsOlderThanTheyAreKept_GoInBoundedNumbersAndNoYoungerOnes(string server)
    {
        await using var redis = await Server(server);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.PatientConnectionString);
        var (journal, outbox) = await Over(connection, new JournalOptions { EventsKeptFor = TimeSpan.FromHours(1) });
        await journal.Append(Events(400, Noon));
        await journal.Append(Events(10, Noon + Duration.FromMinutes(30)));

        await journal.Append(Events(1, Noon + Duration.FromMinutes(59)));
        var before = await First(outbox);
        await journal.Append(Events(1, Noon + Duration.FromMinutes(60)));
        var once = await First(outbox);
        await journal.Append(Events(1, Noon + Duration.FromMinutes(61)));
        var twice = await First(outbox);
        await journal.Append(Events(1, Noon + Duration.FromMinutes(62)));

        Assert.Equal((1, 258, 401, 401), (before, once, twice, await First(outbox)));
    }

    [Theory]
    [InlineData("redis")]
    [InlineData("garnet")]
    public async Task Append_MoreEventsThanAreKept_KeepsTheNewest(string server)
    {
        await using var redis = await Server(server);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.PatientConnectionString);
        var (journal, outbox) = await Over(connection, new JournalOptions { EventsKept = 100 });

        await journal.Append(Events(70, Noon));
        await journal.Append(Events(70, Noon));

        Assert.Equal(41, await First(outbox));
        Assert.Equal(100, await connection.GetDatabase().SortedSetLengthAsync(JournalKeys.Outbox(Shards.Of(Ticket))));
    }

    [Theory]
    [InlineData("redis")]
    [InlineData("garnet")]
    public async Task Append_TheClockRunsBack_LetsNothingGoAndKeepsFewTimes(string server)
    {
        await using var redis = await Server(server);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.PatientConnectionString);
        var (journal, outbox) = await Over(connection, new JournalOptions { EventsKeptFor = TimeSpan.FromHours(1) });

        for (var minute = 50; minute > 0; minute--)
        {
            await journal.Append(Events(1, Noon + Duration.FromMinutes(minute)));
        }

        Assert.Equal(1, await First(outbox));
        Assert.Equal(1, await connection.GetDatabase().ListLengthAsync(JournalKeys.OutboxTimes(Shards.Of(Ticket))));
    }

    private static Task<RedisServer> Server(string name) => name == "garnet" ? RedisServer.StartGarnetAsync() : RedisServer.StartDurableAsync();

    private static Append Events(int count, Instant time) => Noise.Of([.. Enumerable.Range(1, count).Select(number => Noise.Moved(Ticket, number))], time);

    private static async Task<long> First(Outbox outbox) => (await outbox.After(Shards.Of(Ticket), 0))[0].Sequence;

    private static async Task<(TicketJournal Journal, Outbox Outbox)> Over(ConnectionMultiplexer connection, JournalOptions options)
    {
        var services = new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<ShardGauges>().AddSingleton<ClockMetrics>().BuildServiceProvider();
        var gate = new JournalGate(connection);
        await gate.Open();
        return (new TicketJournal(connection, gate, services.GetRequiredService<ClockMetrics>(), Options.Create(options)), new Outbox(connection, gate));
    }
}
