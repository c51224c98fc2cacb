using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.EndToEnd.Platform;
using SlaPlatform.EndToEnd.Tickets;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>
/// A silo that is suspended holds its connections and says nothing. With membership that notices in 2 to 4 s, 12 s of it are what a minute is to the defaults.
/// </summary>
public sealed class SuspendedSiloTests
{
    private const int Tickets = 12;
    private static readonly TimeSpan Suspended = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Restarted = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);
    private static readonly Dictionary<string, string> QuickMembership = new()
    {
        ["Membership__ProbeTimeout"] = "00:00:01",
        ["Membership__MissedProbes"] = "2",
        ["Membership__TableRefresh"] = "00:00:02",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASilo_SuspendedWhileItsTicketsComeDue_IsReplacedAndRaisesNothingTwice()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent to processes, which Windows does not have.");
        using var data = new TemporaryDirectory();
        await using var platform = await PlatformProcess.StartAsync(Ports.Suspended, data.Path, Cancel, settings: QuickMembership);
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
        var answers = callers.Select(caller => caller.GetTicketAsync(
            new GetTicketRequest { Name = opened[0] }, deadline: (TimeProvider.System.GetUtcNow() + Patience).UtcDateTime, cancellationToken: Cancel).ResponseAsync);
        await Task.WhenAll(Task.WhenAll(answers), Task.Delay(Suspended, TimeProvider.System, Cancel));
        ProcessSignal.SendContinue(silo);
        await platform.UntilStartedAgainAsync("clocks-1", before, Restarted, Cancel);

        Assert.True(Silos.WasEvicted(platform, "clocks-1"), platform.Output);
        // By now each has breached: its target is shorter than the suspension.
        var until = TimeProvider.System.GetUtcNow();
        foreach (var ticket in opened)
        {
            var history = await History.ReadSoundAsync(callers[0], platform.SimulationClient(), ticket, [], until, Patience, Cancel);
            Assert.Contains(history.Signals, signal => signal.Detail.Kind == SignalKind.Breached);
        }
    }
}
