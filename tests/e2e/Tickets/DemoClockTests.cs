using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Tickets;

/// <summary>A ticket on the demonstration policy warns, breaches and climbs its ladder in forty seconds, also over a crash of the clock service.</summary>
public sealed class DemoClockTests
{
    private const int Rungs = 4;
    private static readonly TimeSpan WholeLife = TimeSpan.FromSeconds(75);

    // Unanswered: the response warns three times and breaches at 10 s; the resolution warns at 50, 75, 90 % and 5 s before, and breaches at 40 s; a rung every 10 s.
    private static readonly string[] Expected =
    [
        "Breached InitialResponse", "Breached Resolution",
        "RungReached Resolution 1", "RungReached Resolution 2", "RungReached Resolution 3", "RungReached Resolution 4",
        "Warned InitialResponse 50", "Warned InitialResponse 75", "Warned InitialResponse 90",
        "Warned Resolution", "Warned Resolution 50", "Warned Resolution 75", "Warned Resolution 90",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DemoTicket_ClockServiceKilledBetweenRungs_RaisesEverySignalOnce(bool embeddedRedis)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent to processes, which Windows does not have.");
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var platform = await PlatformProcess.StartAsync(embeddedRedis ? Ports.Embedded : Ports.Crash, data.Path, cancellation, embeddedRedis);
        var clocks = platform.ClockClient();
        Assert.Equal(embeddedRedis, platform.Output.Contains("GarnetServer", StringComparison.OrdinalIgnoreCase) || !platform.Output.Contains("redis-server |", StringComparison.Ordinal));
        var ticket = await DemoAccounts.OpenAsync(clocks, cancellation);
        var watch = new SignalWatch(clocks, ticket.Name);

        await watch.UntilAsync(signals => signals.Any(signal => signal.Detail.RungLevel == 1), WholeLife, cancellation);
        ProcessSignal.SendKill(platform.ProcessIdOf("clocks"));
        await watch.UntilAsync(signals => signals.Count(signal => signal.Detail.RungLevel > 0) == Rungs, WholeLife, cancellation);

        var history = await clocks.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = ticket.Name }, cancellationToken: cancellation);
        var raised = history.Entries.Where(entry => entry.Signal is not null).Select(entry => entry.Signal).ToList();
        Assert.Equal(Expected.Order(StringComparer.Ordinal), raised.Select(SignalWatch.Describe).Order(StringComparer.Ordinal));
        Assert.Equal(raised.Select(signal => signal.Id).Order(), watch.Signals.Select(signal => signal.Id).Order());
        Assert.True(watch.Resumptions > 0, "The stream did not break when the clock service was killed.");
        Assert.Equal(2, platform.StartsOf("clocks"));
    }

    [Fact]
    public async Task DemoTicket_Undisturbed_RaisesEverySignalWithinAQuarterOfASecond()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var platform = await PlatformProcess.StartAsync(Ports.Undisturbed, data.Path, cancellation);
        var clocks = platform.ClockClient();
        var ticket = await DemoAccounts.OpenAsync(clocks, cancellation);
        var watch = new SignalWatch(clocks, ticket.Name);

        await watch.UntilAsync(signals => signals.Count == Expected.Length, WholeLife, cancellation);

        var latest = watch.Signals.Max(signal => signal.LatenessDuration.ToTimeSpan());
        TestContext.Current.TestOutputHelper?.WriteLine($"Greatest lateness: {latest.TotalMilliseconds} ms");
        Assert.Equal(Expected.Order(StringComparer.Ordinal), watch.Signals.Select(SignalWatch.Describe).Order(StringComparer.Ordinal));
        Assert.True(latest <= TimeSpan.FromMilliseconds(250), $"A signal was raised {latest.TotalMilliseconds} ms after its due time.");
    }
}
