using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class LostKeysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenTicket_RedisLostTheDocumentThatMemoryHas_StoresItAgain()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var document = JournalKeys.Policy(host.Catalog.RevisionOf("xtm").Hash);
        await connection.GetDatabase().KeyDeleteAsync(document);

        await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);

        Assert.True(await connection.GetDatabase().KeyExistsAsync(document));
    }

    [Fact]
    public async Task RecordFact_RedisCameBackWithAnotherJournalOfTheSameLength_IsDecidedOnThatOne()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var (one, two) = (ClockFixture.Opening(), ClockFixture.Opening());
        (one.TicketId, two.TicketId, two.Level) = ("one", "two", one.Level + 1);
        var held = await host.Client.OpenTicketAsync(one, cancellationToken: Cancel);
        var other = await host.Client.OpenTicketAsync(two, cancellationToken: Cancel);
        var records = await connection.GetDatabase().ListRangeAsync(JournalKeys.Journal("two"));
        await connection.GetDatabase().KeyDeleteAsync(JournalKeys.Journal("one"));
        await connection.GetDatabase().ListRightPushAsync(JournalKeys.Journal("one"), records);
        await redis.RestartAsync();
        // Asked during the outage itself, the ticket would be forgotten for that.
        await Calls.UntilAnswered(() => host.Client.GetTicketAsync(new GetTicketRequest { Name = other.Name }, cancellationToken: Cancel), Cancel);

        var told = await host.Client.RecordFactAsync(ClockFixture.Telling(held.Name, new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);

        Assert.Equal(held.Etag, other.Etag);
        Assert.Equal(other.RulingLevel, told.RulingLevel);
    }
}
