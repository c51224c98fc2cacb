using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>A shard wakes some tickets at once, no more than it may, and waits for none of them without end.</summary>
public sealed class WakesInFlightTests
{
    private const int Tickets = 6;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Breach_TheOnlyWakeInFlightIsNeverAnswered_IsRaisedAfterItsTimeout()
    {
        var ids = OfOneShard(2);
        var end = new TaskCompletionSource();
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await StartAsync(redis, new HeldWakes(ticket => ticket == ids[0] ? end.Task : Task.CompletedTask), most: 1);
        try
        {
            foreach (var id in ids)
            {
                await Open(host, id);
            }

            await UntilBreached(host, ids[1]);

            Assert.False(await IsBreached(host, ids[0]));
        }
        finally
        {
            end.SetResult();
        }

        await UntilBreached(host, ids[0]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Breach_OfMoreTicketsThanMayBeInFlight_IsRaisedOfAllAndNoMoreAtOnce()
    {
        var wakes = new HeldWakes(_ => Task.Delay(Moment, TimeProvider.System, Cancel));
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await StartAsync(redis, wakes, most: 2, timeout: "00:00:30");
        var ids = OfOneShard(Tickets);

        await Task.WhenAll(ids.Select(id => Open(host, id)));
        await Task.WhenAll(ids.Select(id => UntilBreached(host, id)));

        Assert.Equal(2, wakes.MostAtOnce);
    }

    private static Task<ClockHost> StartAsync(RedisServer redis, HeldWakes wakes, int most, string timeout = "00:00:00.5") => ClockHost.StartAsync(
        redis, Cancel, services => services.AddSingleton<IIncomingGrainCallFilter>(wakes), settings: [("Shards:MostInFlight", $"{most}"), ("Shards:WakeTimeout", timeout)]);

    private static string[] OfOneShard(int count) =>
        [.. Enumerable.Range(0, int.MaxValue).Select(number => $"flight-{number}").Where(id => Shards.Of(id) == Shards.Of("flight-0")).Take(count)];

    private static async Task Open(ClockHost host, string id)
    {
        var opening = ClockFixture.Opening("accounts/fast.seconds");
        opening.TicketId = id;
        await host.Client.OpenTicketAsync(opening, cancellationToken: Cancel);
    }

    private static async Task UntilBreached(ClockHost host, string id)
    {
        while (!await IsBreached(host, id))
        {
            await Task.Delay(Moment, TimeProvider.System, Cancel);
        }
    }

    // Asked of the journal: a ticket whose wake is held answers nobody.
    private static async Task<bool> IsBreached(ClockHost host, string id) =>
        (await host.Services.GetRequiredService<TicketJournal>().LoadWhole(id)).Log.Signals.Any(signal => signal.Kind == SignalKind.Breached);
}
