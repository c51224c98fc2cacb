using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Soak.Verification;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>The machine's clock is set forward or back while tickets wait.</summary>
public sealed class ClockStepTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Step_AnHourForward_RaisesWhatIsOwedOnceWithItsLateness()
    {
        var clock = new SteppedClock();
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, services => services.AddSingleton<TimeProvider>(clock));
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/demo.seconds"), cancellationToken: Cancel);

        clock.Step(Hour);

        var breach = await Raised(host, ticket, signal => signal.Detail is { Kind: SignalKind.Breached, MilestoneKind: MilestoneKind.InitialResponse });
        await AssertExact(redis, ticket, clock);
        Assert.InRange(breach.LatenessDuration.ToTimeSpan(), Hour - TimeSpan.FromSeconds(20), Hour + TimeSpan.FromSeconds(20));
    }

    [Fact(Timeout = 60_000)]
    public async Task Step_AnHourBack_RaisesNothingTwiceAndRecordTimesNeverRunBack()
    {
        var clock = new SteppedClock();
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, services => services.AddSingleton<TimeProvider>(clock));
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/fast.seconds"), cancellationToken: Cancel);
        await Raised(host, ticket, signal => signal.Detail is { Kind: SignalKind.Breached, MilestoneKind: MilestoneKind.InitialResponse });

        clock.Step(-Hour);
        await host.Client.RecordFactAsync(ClockFixture.Telling(ticket.Name, new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);
        clock.Step(Hour);
        await Raised(host, ticket, signal => signal.Detail is { Kind: SignalKind.RungReached, RungLevel: 4 });

        await AssertExact(redis, ticket, clock);
        var times = (await History(host, ticket)).Select(entry => (entry.Fact?.RecordTime ?? entry.Signal.RaisedTime).ToDateTimeOffset()).ToArray();
        Assert.Equal(times.Order(), times);
    }

    [Fact(Timeout = 60_000)]
    public async Task Step_ToATargetYearsAhead_RaisesItThen()
    {
        var clock = new SteppedClock();
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, services => services.AddSingleton<TimeProvider>(clock));
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/years.seconds"), cancellationToken: Cancel);
        var due = ticket.Milestones.Single(milestone => milestone.Kind == MilestoneKind.InitialResponse).DueTime.ToDateTimeOffset();
        var ahead = due - clock.GetUtcNow();

        clock.Step(ahead - TimeSpan.FromDays(1));
        var early = await History(host, ticket);
        clock.Step(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));

        var breach = await Raised(host, ticket, signal => signal.Detail is { Kind: SignalKind.Breached, MilestoneKind: MilestoneKind.InitialResponse });
        Assert.True(ahead > TimeSpan.FromDays(8 * 365));
        Assert.DoesNotContain(early, entry => entry.Signal?.Detail.Kind == SignalKind.Breached);
        Assert.Equal(due, breach.DueTime.ToDateTimeOffset());
        await AssertExact(redis, ticket, clock);
    }

    private static async Task<Signal> Raised(ClockHost host, Ticket ticket, Func<Signal, bool> wanted)
    {
        while (true)
        {
            var found = (await History(host, ticket)).Select(entry => entry.Signal).FirstOrDefault(signal => signal is not null && wanted(signal));
            if (found is not null)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }
    }

    private static async Task<IReadOnlyList<HistoryEntry>> History(ClockHost host, Ticket ticket) =>
        (await host.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = ticket.Name, PageSize = 1000 }, cancellationToken: Cancel)).Entries;

    /// <summary>The journal is what the pure function gives for its facts and their record times: nothing twice, nothing missing. Who was told of it is not kept here.</summary>
    private static async Task AssertExact(RedisServer redis, Ticket ticket, SteppedClock clock)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var reader = new JournalReader(connection);
        var until = Instant.FromDateTimeOffset(clock.GetUtcNow());
        while (await reader.Pending(until) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }

        var stored = await reader.Read(ticket.Name["tickets/".Length..]);
        Assert.DoesNotContain(Verdict.Of(stored, [], [], until), finding => finding.Kind is not (FindingKind.NotWatched or FindingKind.UnacknowledgedFact));
    }
}
