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
            await TellAsync(clock, early, start.AddHours(1), new FactBody { SeverityChanged = new SeverityChanged { VerifiedLevel = 2 } });
            var late = await OpenAsync(clock, start.AddHours(2), level: 2);
            await TellAsync(clock, late, start.AddHours(3), new FactBody { SeverityChanged = new SeverityChanged { VerifiedLevel = 1 } });
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

    private static async Task<string> OpenAsync(ClockHost clock, DateTimeOffset at, int level)
    {
        var opening = ClockFixture.Opening(Account);
        opening.Level = level;
        opening.EffectiveTime = Timestamp.FromDateTimeOffset(at);
        return (await clock.Client.OpenTicketAsync(opening, cancellationToken: Cancel)).Name;
    }

    private static async Task TellAsync(ClockHost clock, string ticket, DateTimeOffset at, FactBody fact) => await clock.Client.RecordFactAsync(
        new RecordFactRequest { Ticket = ticket, Fact = fact, EffectiveTime = Timestamp.FromDateTimeOffset(at), RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

    private static async Task UntilAsync(AvailabilityService.AvailabilityServiceClient availability, IReadOnlyList<(DateTimeOffset Start, DateTimeOffset? End)> expected)
    {
        IReadOnlyList<(DateTimeOffset, DateTimeOffset?)> found;
        do
        {
            Cancel.ThrowIfCancellationRequested();
            var listed = await availability.ListDowntimesAsync(new ListDowntimesRequest { Parent = Account }, cancellationToken: Cancel);
            found = [.. listed.Downtimes.Select(down => (down.StartTime.ToDateTimeOffset(), down.EndTime?.ToDateTimeOffset()))];
        }
        while (!found.SequenceEqual(expected));
    }
}
