using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.EndToEnd.Platform;
using SlaPlatform.EndToEnd.Tickets;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>
/// A silo that is suspended holds its connections, says nothing and is not started again: that it is gone, the membership alone finds out, as it ships.
/// </summary>
public sealed class SuspendedSiloTests
{
    private const int Tickets = 12;
    private static readonly TimeSpan Suspended = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AliveElsewhere = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Restarted = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASilo_SuspendedWhileItsTicketsComeDue_IsReplacedAndRaisesNothingTwice()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent to processes, which Windows does not have.");
        using var data = new TemporaryDirectory();
        await using var platform = await PlatformProcess.StartAsync(Ports.Suspended, data.Path, Cancel);
        await DemoAccounts.OpenAsync(platform.ClockClient(), Cancel);
        // The front gives connections in turn: one of these is with the silo that hangs.
        var callers = new[] { platform.RetryingClockClient(), platform.RetryingClockClient() };
        var opened = new List<string>();
        for (var number = 0; number < Tickets; number++)
        {
            opened.Add((await callers[number % 2].OpenTicketAsync(Opening.On("demo/seconds", 1), cancellationToken: Cancel)).Name);
        }

        var before = platform.StartsOf("clocks-1");
        var silo = platform.ProcessIdOf("clocks-1");
        ProcessSignal.SendStop(silo);
        var answers = Task.WhenAll(callers.Select(caller => SlowestAnswerAsync(caller, opened)));
        await Task.WhenAll(answers, Task.Delay(Suspended, TimeProvider.System, Cancel));
        ProcessSignal.SendContinue(silo);
        await platform.UntilStartedAgainAsync("clocks-1", before, Restarted, Cancel);

        var answered = (await answers).Min();
        TestContext.Current.TestOutputHelper?.WriteLine($"every ticket answered {answered} after its silo was suspended");
        Assert.InRange(answered, TimeSpan.Zero, AliveElsewhere);
        Assert.True(Silos.WasEvicted(platform, "clocks-1"), platform.Output);
        // By now each has breached: its target is shorter than the suspension.
        var until = TimeProvider.System.GetUtcNow();
        foreach (var ticket in opened)
        {
            var history = await History.ReadSoundAsync(callers[0], platform.SimulationClient(), ticket, [], until, Patience, Cancel);
            Assert.Contains(history.Signals, signal => signal.Detail.Kind == SignalKind.Breached);
        }
    }

    private static async Task<TimeSpan> SlowestAnswerAsync(SlaClockService.SlaClockServiceClient caller, IEnumerable<string> tickets)
    {
        var began = TimeProvider.System.GetTimestamp();
        var deadline = (TimeProvider.System.GetUtcNow() + Patience).UtcDateTime;
        await Task.WhenAll(tickets.Select(ticket => caller.GetTicketAsync(new GetTicketRequest { Name = ticket }, deadline: deadline, cancellationToken: Cancel).ResponseAsync));
        return TimeProvider.System.GetElapsedTime(began);
    }
}
