using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Clocks;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>Downtime that tickets tell, from a real clock.</summary>
public abstract class DowntimeWatchTests(EntitlementsHost host)
{
    private const string Account = "accounts/xtm.gold";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(EntitlementsHost host) : DowntimeWatchTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : DowntimeWatchTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Fact(Timeout = 90_000)]
    public async Task Watch_TicketsAtTheGravestLevel_AreDowntimeWhileTheyAreOpen()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var clock = await ClockHost.StartAsync(redis, Cancel);
        await host.Client.CreateAccountAsync(Given.CreateAccount("xtm.gold"), cancellationToken: Cancel);
        var start = TimeProvider.System.GetUtcNow().AddHours(-9);
        var early = await OpenAsync(clock, start, level: 1);
        using (var first = host.StartWatching(clock.Client))
        {
            var availability = new AvailabilityService.AvailabilityServiceClient(first.Channel);
            await UntilAsync(availability, [(start, null)]);

            // Graver, milder, resolved and reopened: the time at the gravest level counts, whatever its verification.
            await TellAsync(clock, early, start.AddHours(1), Verified(2));
            var late = await OpenAsync(clock, start.AddHours(2), level: 2);
            await TellAsync(clock, late, start.AddHours(3), Verified(1));
            await TellAsync(clock, late, start.AddHours(4), new FactBody { Resolved = new Resolved() });
            await TellAsync(clock, late, start.AddHours(5), new FactBody { Reopened = new Reopened() });
            await UntilAsync(availability, [(start, start.AddHours(1)), (start.AddHours(3), start.AddHours(4)), (start.AddHours(5), null)]);
        }

        // What happens while nobody watches is made up for from the token that was kept.
        var meanwhile = await OpenAsync(clock, start.AddHours(6), level: 1);
        await TellAsync(clock, meanwhile, start.AddHours(7), new FactBody { Resolved = new Resolved() });
        using var second = host.StartWatching(clock.Client);
        await UntilAsync(
            new AvailabilityService.AvailabilityServiceClient(second.Channel),
            [(start, start.AddHours(1)), (start.AddHours(3), start.AddHours(4)), (start.AddHours(5), null), (start.AddHours(6), start.AddHours(7))]);
    }

    [Fact(Timeout = 90_000)]
    public async Task Watch_FactsThatReachBack_MoveDowntimeAndLeaveDecisionsWhereTheyWere()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var clock = await ClockHost.StartAsync(redis, Cancel);
        var account = (await host.Client.CreateAccountAsync(Given.CreateAccount("xtm.gold.late"), cancellationToken: Cancel)).Name;
        await host.Client.CreateSubscriptionAsync(Given.CreateSubscription(account, "xtm/plans/gold"), cancellationToken: Cancel);
        var start = TimeProvider.System.GetUtcNow().AddHours(-9);
        using var watching = host.StartWatching(clock.Client);
        var availability = new AvailabilityService.AvailabilityServiceClient(watching.Channel);
        var ticket = await OpenAsync(clock, start, level: 2, account);
        await TellAsync(clock, ticket, start.AddHours(4), Verified(1));
        await UntilAsync(availability, [(start.AddHours(4), null)], account);
        var lasting = Assert.Single((await availability.ListDowntimesAsync(new ListDowntimesRequest { Parent = account }, cancellationToken: Cancel)).Downtimes);
        await availability.ExcludeDowntimeAsync(
            new ExcludeDowntimeRequest { Name = lasting.Name, Exclusion = DowntimeExclusion.Network, Evidence = "line 7", Actor = "ops", Etag = lasting.Etag, RequestId = Given.NewRequestId() },
            cancellationToken: Cancel);

        // Graver time that is told late comes before what was decided on.
        await TellAsync(clock, ticket, start.AddHours(2), Verified(3));
        await TellAsync(clock, ticket, start.AddHours(1), Verified(1));
        await UntilAsync(availability, [(start.AddHours(1), start.AddHours(2)), (start.AddHours(4), null)], account);
        await ExclusionsAsync(availability, account, [DowntimeExclusion.Unspecified, DowntimeExclusion.Network]);

        // A clause that takes the problem off the vendor, and a plan without a guarantee, end it.
        await TellAsync(clock, ticket, start.AddHours(5), new FactBody { Excluded = new Excluded { Clause = "third-party-products", Evidence = "seen" } });
        await TellAsync(clock, ticket, start.AddHours(6), new FactBody { ExclusionLifted = new ExclusionLifted { Clause = "third-party-products" } });
        await TellAsync(clock, ticket, start.AddHours(7), new FactBody { PlanChanged = new PlanChanged { Plan = "policies/xtm/plans/silver" } });
        await UntilAsync(availability, [(start.AddHours(1), start.AddHours(2)), (start.AddHours(4), start.AddHours(5)), (start.AddHours(6), start.AddHours(7))], account);
        await ExclusionsAsync(availability, account, [DowntimeExclusion.Unspecified, DowntimeExclusion.Network, DowntimeExclusion.Unspecified]);

        // The level that rules after the turn was never the gravest.
        var mild = await OpenAsync(clock, start, level: 2, account);
        await TellAsync(clock, mild, start.AddHours(8), Verified(3));
        await TellAsync(clock, mild, start.AddHours(7.5), Verified(1));
        await UntilAsync(
            availability,
            [(start.AddHours(1), start.AddHours(2)), (start.AddHours(4), start.AddHours(5)), (start.AddHours(6), start.AddHours(7)), (start.AddHours(7.5), start.AddHours(8))], account);
    }

    private static FactBody Verified(int level) => new() { Actor = "ben", SeverityChanged = new SeverityChanged { VerifiedLevel = level, Reason = "seen anew" } };

    private static async Task ExclusionsAsync(AvailabilityService.AvailabilityServiceClient availability, string account, IEnumerable<DowntimeExclusion> expected) => Assert.Equal(
        expected, (await availability.ListDowntimesAsync(new ListDowntimesRequest { Parent = account }, cancellationToken: Cancel)).Downtimes.Select(down => down.Exclusion));

    private static async Task<string> OpenAsync(ClockHost clock, DateTimeOffset at, int level, string account = Account)
    {
        var opening = ClockFixture.Opening(account);
        opening.Level = level;
        opening.EffectiveTime = Timestamp.FromDateTimeOffset(at);
        return (await clock.Client.OpenTicketAsync(opening, cancellationToken: Cancel)).Name;
    }

    private static async Task TellAsync(ClockHost clock, string ticket, DateTimeOffset at, FactBody fact) => await clock.Client.RecordFactAsync(
        new RecordFactRequest { Ticket = ticket, Fact = fact, EffectiveTime = Timestamp.FromDateTimeOffset(at), RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

    private static async Task UntilAsync(AvailabilityService.AvailabilityServiceClient availability, IReadOnlyList<(DateTimeOffset Start, DateTimeOffset? End)> expected, string account = Account)
    {
        IReadOnlyList<(DateTimeOffset, DateTimeOffset?)> found;
        do
        {
            Cancel.ThrowIfCancellationRequested();
            var listed = await availability.ListDowntimesAsync(new ListDowntimesRequest { Parent = account }, cancellationToken: Cancel);
            found = [.. listed.Downtimes.Select(down => (down.StartTime.ToDateTimeOffset(), down.EndTime?.ToDateTimeOffset()))];
        }
        while (!found.SequenceEqual(expected));
    }
}
