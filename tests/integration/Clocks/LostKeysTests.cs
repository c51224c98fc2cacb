using SlaPlatform.Clocks.Journal;
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
}
