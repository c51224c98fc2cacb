using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class OutageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecordFact_WhileRedisIsAway_IsUnavailableAndIsRecordedOnceWhenItIsBack()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var request = ClockFixture.Telling(ticket.Name, new FactBody { AgentResponded = new AgentResponded() });
        await redis.KillAsync();

        var refused = await RefusedCall.OfAsync(host.Client.RecordFactAsync(request, cancellationToken: Cancel));
        await redis.RestartAsync();
        var healed = await Calls.UntilAnswered(() => host.Client.RecordFactAsync(request, cancellationToken: Cancel), Cancel);

        Assert.Equal((StatusCode.Unavailable, ErrorReason.DependencyUnavailable), (refused.Code, refused.Reason));
        Assert.True(refused.Retry!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        Assert.Equal("redis", refused.Info.Metadata["dependency"]);
        Assert.Equal("2", healed.Etag);
    }

    [Fact]
    public async Task OpenTicket_WhileEntitlementsAreAway_NamesThem()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        host.Entitlements.IsDown = true;

        var refused = await RefusedCall.OfAsync(host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel));

        Assert.Equal((StatusCode.Unavailable, "entitlements"), (refused.Code, refused.Info.Metadata["dependency"]));
        Assert.NotNull(refused.Retry);
    }

    [Fact]
    public async Task GetTicket_AfterARestartWithoutTheCatalog_StillKnowsThePlan()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        Ticket ticket;
        await using (var first = await ClockHost.StartAsync(redis, Cancel))
        {
            ticket = await first.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        }

        await using var second = await ClockHost.StartAsync(redis, Cancel);
        second.Catalog.IsDown = true;

        var found = await second.Client.GetTicketAsync(new GetTicketRequest { Name = ticket.Name }, cancellationToken: Cancel);

        Assert.Equal(ticket.Plan, found.Plan);
        Assert.Equal(ticket.Milestones.Select(milestone => milestone.DueTime), found.Milestones.Select(milestone => milestone.DueTime));
    }
}
