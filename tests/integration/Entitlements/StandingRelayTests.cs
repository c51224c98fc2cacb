using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Entitlements.Service;
using SlaPlatform.Entitlements.Standings;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Integration.Tests.Clocks;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>Running clocks when their account is suspended.</summary>
public abstract class StandingRelayTests(EntitlementsHost host)
{
    private const string Account = "accounts/xtm.gold";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(EntitlementsHost host) : StandingRelayTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : StandingRelayTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Fact(Timeout = 90_000)]
    public async Task SuspendAccount_ByThePolicy_ClocksGoOnOrStopUntilTheAccountIsReinstated()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var clock = await ClockHost.StartAsync(redis, Cancel);
        await host.Client.CreateAccountAsync(Given.CreateAccount("xtm.gold"), cancellationToken: Cancel);
        using var linked = host.StartWatching(clock.Client);
        var client = new EntitlementService.EntitlementServiceClient(linked.Channel);
        var goesOn = await OpenAsync(clock);
        await PublishAsync(clock);
        var stops = await OpenAsync(clock);

        await client.SuspendAccountAsync(new SuspendAccountRequest { Name = Account, Reason = "unpaid", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        // The relay's clock must not run ahead of the relay: 30 s on, it takes openings to have ended.
        for (var waits = 0; (await TicketAsync(clock, stops)).State != TicketState.Paused; waits++)
        {
            linked.Time.Advance(TimeSpan.FromSeconds(waits % 50 == 0 ? 1 : 0));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        // Its check came before the suspension, and it is stored only now.
        var late = await OpenAsync(clock);
        await UntilToldAsync(linked);
        var (running, stopped, stoppedLate) = (await TicketAsync(clock, goesOn), await TicketAsync(clock, stops), await TicketAsync(clock, late));
        await client.ReinstateAccountAsync(new ReinstateAccountRequest { Name = Account, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        await UntilToldAsync(linked);
        var resumed = await TicketAsync(clock, stops);

        Assert.Equal((TicketState.Open, TicketState.Paused, StandingRelay.PauseReason), (running.State, stopped.State, stopped.PauseReason));
        Assert.Equal((TicketState.Paused, StandingRelay.PauseReason), (stoppedLate.State, stoppedLate.PauseReason));
        Assert.Equal((TicketState.Open, 3L), (resumed.State, resumed.FactCount));
        Assert.Equal((TicketState.Open, 3L), ((await TicketAsync(clock, late)).State, (await TicketAsync(clock, late)).FactCount));
        Assert.Equal(1, (await TicketAsync(clock, goesOn)).FactCount);
    }

    private static string Stopping(string document) => $"{document}\nsuspension_stops_clocks: true\n";

    private async Task PublishAsync(ClockHost clock)
    {
        clock.Catalog.Publish("xtm", Stopping);
        var document = Stopping(await File.ReadAllTextAsync(Repository.PathOf("services/catalog/policies/xtm.yaml"), Cancel));
        await host.Catalog.Client.PublishPolicyAsync(
            new PublishPolicyRequest
            {
                Document = ByteString.CopyFromUtf8(document),
                EffectiveTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)),
                RequestId = Given.NewRequestId(),
            },
            cancellationToken: Cancel);
    }

    // The hosts' clock stands in June 2026: tickets are older than the suspension.
    private static async Task<string> OpenAsync(ClockHost clock)
    {
        var opening = ClockFixture.Opening(Account);
        opening.EffectiveTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
        return (await clock.Client.OpenTicketAsync(opening, cancellationToken: Cancel)).Name;
    }

    private static async Task<Ticket> TicketAsync(ClockHost clock, string name) => await clock.Client.GetTicketAsync(new GetTicketRequest { Name = name }, cancellationToken: Cancel);

    private static async Task UntilToldAsync(HostUnderTest<EntitlementRpc> linked)
    {
        var stores = linked.Services.GetRequiredService<IDbContextFactory<EntitlementsDb>>();
        bool isLeft;
        do
        {
            Cancel.ThrowIfCancellationRequested();
            linked.Time.Advance(TimeSpan.FromSeconds(1));
            await using var db = await stores.CreateDbContextAsync(Cancel);
            isLeft = await db.StandingChanges.AnyAsync(change => change.DoneTime == null, Cancel);
        }
        while (isLeft);
    }
}
