using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class TimerTests
{
    // Timers are late by milliseconds; the rest is for a machine that is busy with other tests. The end-to-end tests look closer.
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Breach_OfATargetOfASecond_IsRaisedByItsTimer()
    {
        await using var redis = await DurableServer.RedisAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/fast.seconds"), cancellationToken: Cancel);
        var watched = new WatchTicketsRequest { Filter = new WatchFilter { SignalKinds = { SignalKind.Breached } } };
        await using var events = host.Client.WatchResumingAsync(watched, Cancel).GetAsyncEnumerator(Cancel);
        await Next(events);

        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/fast.seconds"), cancellationToken: Cancel);
        var signal = await Next(events, entry => entry.Ticket == ticket.Name && entry.Signal is not null);

        Assert.Equal(MilestoneKind.InitialResponse, signal.Signal.Detail.MilestoneKind);
        Assert.Equal(ticket.OpenTime.ToDateTimeOffset() + TimeSpan.FromSeconds(1), signal.Signal.DueTime.ToDateTimeOffset());
        Assert.InRange(signal.Signal.LatenessDuration.ToTimeSpan(), TimeSpan.Zero, Allowed);
    }

    [Fact]
    public async Task Restart_WhileSignalsCameDue_RaisesEachOnce()
    {
        await using var redis = await DurableServer.RedisAsync();
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
        while (!history.Entries.Any(entry => entry.Signal?.Detail is { Kind: SignalKind.RungReached, RungLevel: 4 }));

        var signals = history.Entries.Where(entry => entry.Signal is not null).Select(entry => entry.Signal).ToArray();
        Assert.Equal(signals.Length, signals.Select(signal => signal.Id).Distinct().Count());
        Assert.Equal([1, 2, 3, 4], signals.Where(signal => signal.Detail.Kind == SignalKind.RungReached).Select(signal => signal.Detail.RungLevel));
        Assert.Equal(2, signals.Count(signal => signal.Detail.Kind == SignalKind.Breached));
        Assert.Equal(signals.Select(signal => signal.DueTime.ToDateTimeOffset()).Order(), signals.Select(signal => signal.DueTime.ToDateTimeOffset()));
    }

    private static async Task<TicketEvent> Next(IAsyncEnumerator<TicketEvent> events, Func<TicketEvent, bool>? wanted = null)
    {
        while (await events.MoveNextAsync())
        {
            if (wanted?.Invoke(events.Current) ?? true)
            {
                return events.Current;
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }
}
