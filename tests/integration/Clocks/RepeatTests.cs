using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class RepeatTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenTicket_AgainWithoutTheEntitlements_IsServedFromTheJournal()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        var request = ClockFixture.Opening("accounts/xtm.gold");
        Ticket opened;
        await using (var first = await ClockHost.StartAsync(redis, Cancel))
        {
            opened = await first.Client.OpenTicketAsync(request, cancellationToken: Cancel);
        }

        await using var second = await ClockHost.StartAsync(redis, Cancel);
        second.Entitlements.IsDown = true;

        using var call = second.Client.OpenTicketAsync(request, cancellationToken: Cancel);
        var again = await call;

        Assert.Equal((opened.Name, opened.Etag), (again.Name, again.Etag));
        Assert.Equal("true", call.GetTrailers().GetValue(ErrorReasonNames.RepeatTrailer));
        Assert.Equal(0, second.Entitlements.Checks);
    }

    [Fact]
    public async Task RecordFact_PlanChangedAgainWithoutTheCatalog_IsServed()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        RecordFactRequest request;
        Ticket told;
        await using (var first = await ClockHost.StartAsync(redis, Cancel))
        {
            var ticket = await first.Client.OpenTicketAsync(ClockFixture.Opening("accounts/xtm.gold"), cancellationToken: Cancel);
            request = ClockFixture.Telling(ticket.Name, new FactBody { PlanChanged = new PlanChanged { Plan = "policies/xtm/plans/silver" } });
            told = await first.Client.RecordFactAsync(request, cancellationToken: Cancel);
        }

        await using var second = await ClockHost.StartAsync(redis, Cancel);
        second.Catalog.IsDown = true;

        var again = await second.Client.RecordFactAsync(request, cancellationToken: Cancel);

        Assert.Equal((told.Etag, told.Plan), (again.Etag, again.Plan));
    }

    [Fact]
    public async Task RecordFact_MergedAgainAfterTheOtherWasMerged_IsServed()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var one = await Open(host);
        var two = await Open(host);
        var three = await Open(host);
        var request = ClockFixture.Telling(one, new FactBody { Merged = new Merged { Into = two } });
        var told = await host.Client.RecordFactAsync(request, cancellationToken: Cancel);
        await host.Client.RecordFactAsync(ClockFixture.Telling(two, new FactBody { Merged = new Merged { Into = three } }), cancellationToken: Cancel);

        var again = await host.Client.RecordFactAsync(request, cancellationToken: Cancel);

        Assert.Equal(told.Etag, again.Etag);
    }

    [Fact]
    public async Task RecordFact_AgreedAgainWithoutTheEntitlements_IsServed()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await Open(host);
        var change = new SeverityChanged { VerifiedLevel = 2, Reason = "One user.", AgreedByContact = "accounts/xtm.gold/contacts/ana" };
        var request = ClockFixture.Telling(ticket, new FactBody { Actor = "ben", SeverityChanged = change });
        var told = await host.Client.RecordFactAsync(request, cancellationToken: Cancel);
        host.Entitlements.IsDown = true;

        var again = await host.Client.RecordFactAsync(request, cancellationToken: Cancel);

        Assert.Equal(told.Etag, again.Etag);
    }

    [Fact]
    public async Task RecordFact_MergedUnderTheIdOfAnotherRequest_IsRefused()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await Open(host);
        var request = ClockFixture.Telling(ticket, new FactBody { AgentResponded = new AgentResponded() });
        await host.Client.RecordFactAsync(request, cancellationToken: Cancel);
        request.Fact = new FactBody { Merged = new Merged { Into = await Open(host) } };

        var refused = await RefusedCall.OfAsync(host.Client.RecordFactAsync(request, cancellationToken: Cancel));

        Assert.Equal((ErrorReason.RequestIdReused, request.RequestId), (refused.Reason, refused.Info.Metadata["request_id"]));
    }

    private static async Task<string> Open(ClockHost host) =>
        (await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/xtm.gold"), cancellationToken: Cancel)).Name;
}
