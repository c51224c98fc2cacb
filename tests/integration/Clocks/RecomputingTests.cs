using SlaPlatform.Clocks.Journal;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class RecomputingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Run_ATicketThatCannotBeWoken_StillWakesTheOthers()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var database = connection.GetDatabase();
        var id = await OpenOne(redis);
        var shard = Shards.Of(id);
        var broken = Enumerable.Range(0, 10_000).Select(number => $"broken-{number}").First(name => Shards.Of(name) == shard);
        await database.ListRightPushAsync(JournalKeys.Journal(broken), "rubbish");
        await database.SortedSetAddAsync(JournalKeys.Open(shard), broken, 0);
        await database.SortedSetRemoveAsync(JournalKeys.Due(shard), id);
        await database.KeyDeleteAsync(JournalKeys.Computed(shard));

        await using var host = await ClockHost.StartAsync(redis, cancel);
        double? wake;
        do
        {
            cancel.ThrowIfCancellationRequested();
            wake = await database.SortedSetScoreAsync(JournalKeys.Due(shard), id);
        }
        while (wake is null);

        Assert.False(await database.KeyExistsAsync(JournalKeys.Computed(shard)));
    }

    private static async Task<string> OpenOne(RedisServer redis)
    {
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        return ticket.Name["tickets/".Length..];
    }
}
