using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>What a ticket in memory does when another writer was at its journal.</summary>
public sealed class TicketGrainTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wake_OpenedByAnotherWriterSinceItWasLookedFor_IsServedFromTheJournal()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var opened = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<ITicketGrain>("twin");
        var before = await grain.Read();
        await connection.GetDatabase().KeyCopyAsync(JournalKeys.Journal(opened.Name["tickets/".Length..]), JournalKeys.Journal("twin"));

        var wake = await grain.Wake(recomputed: false);
        var after = await grain.Read();

        Assert.Equal(TicketOutcome.NotFound, before.Outcome);
        Assert.NotNull(wake.NextWake);
        Assert.Equal(TicketOutcome.Done, after.Outcome);
    }

    [Fact]
    public async Task Tell_TheEtagIsOfAnotherWritersTurn_IsServed()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await using var other = await ClockHost.StartAsync(redis, Cancel);
        var opened = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var newer = await other.Client.RecordFactAsync(
            ClockFixture.Telling(opened.Name, new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);
        var request = ClockFixture.Telling(opened.Name, new FactBody { AgentResponded = new AgentResponded() });
        request.Etag = newer.Etag;

        var told = await host.Client.RecordFactAsync(request, cancellationToken: Cancel);

        Assert.Equal("3", told.Etag);
    }
}
