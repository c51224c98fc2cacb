using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class TimerTests
{
    private const int PromptTickets = 3;
    private const int Rungs = 4;

    // Shards compare themselves with the due index only this often, so a signal that comes within the bound came by its timer.
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    // A ticket's whole life takes 4 s.
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(20);

    // A shard whose timers are not set to their times looks once a second: not all signals of a ticket come this promptly then.
    private static readonly TimeSpan Prompt = TimeSpan.FromMilliseconds(250);

    // Each in a shard of its own: one shard whose timers fail cannot pass for a machine that stood still.
    private static readonly string[] TicketIds = ["timer-1", "timer-2", "timer-3", "timer-4"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signals_OfTicketsWithTargetsOfSeconds_AreRaisedByTheirTimers()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, services => services.Configure<ShardOptions>(options => options.ReconcileEvery = ReconcileEvery));
        await using var events = host.Client.WatchResumingAsync(new WatchTicketsRequest(), Cancel).GetAsyncEnumerator(Cancel);
        var signals = new Dictionary<string, List<Signal>>();
        Assert.Equal(TicketIds.Length, TicketIds.Select(Shards.Of).Distinct().Count());

        // The first heartbeat: from here on the watch misses nothing.
        await Next(events);

        // One after another: what holds the machine up for a moment must not be able to hold up all of them.
        foreach (var id in TicketIds)
        {
            var opening = ClockFixture.Opening("accounts/fast.seconds");
            opening.TicketId = id;
            var ticket = await host.Client.OpenTicketAsync(opening, cancellationToken: Cancel);
            signals[ticket.Name] = [];
            await Collect(events, signals, () => signals[ticket.Name].Any(IsResponseBreach));
            Assert.Equal(ticket.OpenTime.ToDateTimeOffset() + TimeSpan.FromSeconds(1), signals[ticket.Name].Single(IsResponseBreach).DueTime.ToDateTimeOffset());
        }

        await Collect(events, signals, () => signals.Values.All(raised => raised.Any(signal => signal.Detail.RungLevel == Rungs)));

        TestContext.Current.TestOutputHelper?.WriteLine(Figures(signals));
        Assert.True(signals.Values.All(raised => raised.Max(Lateness) <= Bound), $"A signal was not raised by its timer. {Figures(signals)}");
        Assert.True(signals.Values.Count(raised => raised.Max(Lateness) <= Prompt) >= PromptTickets, $"Fewer than {PromptTickets} tickets had all of their signals promptly. {Figures(signals)}");
    }

    [Fact]
    public async Task Restart_WhileSignalsCameDue_RaisesEachOnce()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        Ticket ticket;
        await using (var first = await ClockHost.StartAsync(redis, Cancel))
        {
            ticket = await first.Client.OpenTicketAsync(ClockFixture.Opening("accounts/fast.seconds"), cancellationToken: Cancel);
        }

        await using var second = await ClockHost.StartAsync(redis, Cancel);
        await using var events = second.Client.WatchResumingAsync(new WatchTicketsRequest(), Cancel).GetAsyncEnumerator(Cancel);
        ListTicketHistoryResponse history;
        do
        {
            await Next(events);
            history = await second.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = ticket.Name }, cancellationToken: Cancel);
        }
        while (!history.Entries.Any(entry => entry.Signal?.Detail is { Kind: SignalKind.RungReached, RungLevel: Rungs }));

        var signals = history.Entries.Where(entry => entry.Signal is not null).Select(entry => entry.Signal).ToArray();
        Assert.Equal(signals.Length, signals.Select(signal => signal.Id).Distinct().Count());
        Assert.Equal([1, 2, 3, 4], signals.Where(signal => signal.Detail.Kind == SignalKind.RungReached).Select(signal => signal.Detail.RungLevel));
        Assert.Equal(2, signals.Count(signal => signal.Detail.Kind == SignalKind.Breached));
        Assert.Equal(signals.Select(signal => signal.DueTime.ToDateTimeOffset()).Order(), signals.Select(signal => signal.DueTime.ToDateTimeOffset()));
    }

    private static bool IsResponseBreach(Signal signal) => signal.Detail is { Kind: SignalKind.Breached, MilestoneKind: MilestoneKind.InitialResponse };

    private static TimeSpan Lateness(Signal signal) => signal.LatenessDuration.ToTimeSpan();

    private static string Figures(Dictionary<string, List<Signal>> signals) => "Lateness of each ticket's signals in ms:" + string.Concat(
        signals.Values.Select(raised => $"{Environment.NewLine}{string.Join(", ", raised.Select(signal => $"{Lateness(signal).TotalMilliseconds:F1}"))}"));

    /// <summary>Reads until there is enough. Heartbeats come in between, so that a wait for nothing ends.</summary>
    private static async Task Collect(IAsyncEnumerator<TicketEvent> events, Dictionary<string, List<Signal>> signals, Func<bool> enough)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!enough())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < WaitLimit, $"Signals are missing. {Figures(signals)}");
            var next = await Next(events);
            if (next.Signal is { } signal)
            {
                signals[next.Ticket].Add(signal);
            }
        }
    }

    private static async Task<TicketEvent> Next(IAsyncEnumerator<TicketEvent> events) =>
        await events.MoveNextAsync() ? events.Current : throw new InvalidOperationException("The watch ended.");
}
