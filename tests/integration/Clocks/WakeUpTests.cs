using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Wakes do not depend on notices, nor on tickets that stay in memory.</summary>
public sealed class WakeUpTests
{
    // A lost notice costs a second; the rest is for a machine that is busy with other tests.
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Breach_EveryNoticeIsLost_IsRaisedAfterTheNextLookAtTheIndex()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        var lost = new NoticeLoss();
        await using var host = await ClockHost.StartAsync(redis, Cancel, services => services.AddSingleton<IIncomingGrainCallFilter>(lost));

        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/fast.seconds"), cancellationToken: Cancel);
        var breach = await FirstBreach(host, ticket);

        Assert.True(lost.Count > 0);
        Assert.InRange(breach.LatenessDuration.ToTimeSpan(), TimeSpan.Zero, Allowed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Breach_BehindAThousandTicketsThatCannotBeWoken_IsRaisedThoughItsNoticesAreLost()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, services => services.AddSingleton<IIncomingGrainCallFilter>(new NoticeLoss()));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var opening = ClockFixture.Opening("accounts/fast.seconds");
        opening.TicketId = "behind-1";
        await BrokenTickets.AddAsync(connection.GetDatabase(), Shards.Of(opening.TicketId), NearWakes.PageSize, due: 0);

        var ticket = await host.Client.OpenTicketAsync(opening, cancellationToken: Cancel);

        Assert.Equal(ticket.OpenTime.ToDateTimeOffset() + TimeSpan.FromSeconds(1), (await FirstBreach(host, ticket)).DueTime.ToDateTimeOffset());
    }

    [Fact(Timeout = 60_000)]
    public async Task Breach_TheTicketLeftMemory_IsActivatedForIt()
    {
        var clock = new SteppedClock();
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.Configure<GrainCollectionOptions>(collection =>
            {
                collection.CollectionQuantum = TimeSpan.FromSeconds(1);
                collection.CollectionAge = TimeSpan.FromSeconds(2);
            });
        });
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/years.seconds"), cancellationToken: Cancel);
        var due = ticket.Milestones.Single(milestone => milestone.Kind == MilestoneKind.InitialResponse).DueTime.ToDateTimeOffset();
        var inUse = await Activations(host);

        while (await Activations(host) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancel);
        }

        clock.Step(due - clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        while (await Activations(host) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        Assert.Equal(1, inUse);
        Assert.Equal(due, (await FirstBreach(host, ticket)).DueTime.ToDateTimeOffset());
    }

    private static async Task<int> Activations(ClockHost host)
    {
        var statistics = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        return statistics.Where(entry => entry.GrainType.Contains(nameof(TicketGrain), StringComparison.Ordinal)).Sum(entry => entry.ActivationCount);
    }

    private static async Task<Signal> FirstBreach(ClockHost host, Ticket ticket)
    {
        while (true)
        {
            var history = await host.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = ticket.Name }, cancellationToken: Cancel);
            if (history.Entries.Select(entry => entry.Signal).FirstOrDefault(signal => signal?.Detail.Kind == SignalKind.Breached) is { } breach)
            {
                return breach;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel);
        }
    }
}
