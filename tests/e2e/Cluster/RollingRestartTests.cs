using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>Two silos under load, one of them restarted after the other, or both kept busy.</summary>
public sealed class RollingRestartTests(ClusterPlatform cluster) : IClassFixture<ClusterPlatform>
{
    private const int LeastTickets = 40;
    private const int LeastSignals = 100;
    private const int LeastDue = 10;
    private const int TicketsBeforeAStop = 20;
    private const int LeastMoved = 5;
    private static readonly string[] Replicas = ["clocks-1", "clocks-2"];
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Restarted = TimeSpan.FromSeconds(40);

    // What the machine, busy with other tests, may add to the silos' own time; the output has the figures.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // From the kill of a silo to the first answer of a ticket that it had, with the membership as it ships.
    private static readonly TimeSpan AliveElsewhere = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(8);

    // An eviction that the load caused shows a moment later: the silo reads the table, exits and is started again.
    private static readonly TimeSpan AfterLoad = TimeSpan.FromSeconds(6);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EverySilo_RestartedUnderLoad_LosesNothingAndFailsNoCall(bool killed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent to processes, which Windows does not have.");
        var platform = cluster.Platform;
        var clocks = platform.RetryingClockClient();
        var work = new Workload(clocks);
        using var end = new CancellationTokenSource();
        var working = work.RunAsync(end.Token, Cancel);
        var stops = new List<(DateTimeOffset From, DateTimeOffset To)>();

        foreach (var replica in Replicas)
        {
            await Task.Delay(Lead, TimeProvider.System, Cancel);
            await work.UntilOpenedAsync(TicketsBeforeAStop, Patience, Cancel);
            var ticket = await Silos.UntilRaisedAsync(platform, replica, work.Acknowledged, Patience, Cancel);
            var before = platform.StartsOf(replica);
            var from = TimeProvider.System.GetUtcNow();
            Send(platform.ProcessIdOf(replica), killed);
            var answered = await AnswerOfAsync(clocks, ticket);
            TestContext.Current.TestOutputHelper?.WriteLine($"{replica} {(killed ? "killed" : "stopped")}, its {ticket} answered after {answered}");
            Assert.InRange(answered, TimeSpan.Zero, AliveElsewhere);
            await platform.UntilStartedAgainAsync(replica, before, Restarted, Cancel);
            stops.Add((from, TimeProvider.System.GetUtcNow()));
        }

        await Task.Delay(Lead, TimeProvider.System, Cancel);
        await end.CancelAsync();
        await working;

        Assert.True(work.Failures.Count == 0, string.Join(Environment.NewLine, work.Failures));
        Assert.InRange(work.Longest, TimeSpan.Zero, Patience);
        var histories = await ReadSoundAsync(clocks, platform.SimulationClient(), work);
        var signals = histories.SelectMany(history => history.Signals).ToList();
        var latest = signals.Max(signal => signal.LatenessDuration.ToTimeSpan());
        int[] due = [.. stops.Select(stop => histories.Sum(history => history.CountDue(stop.From, stop.To)))];
        var moved = Silos.CountMoved(platform, work.Acknowledged.Keys);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{histories.Count} tickets, {histories.Sum(history => history.Facts.Count)} facts, {signals.Count} signals, {string.Join(" and ", due)} of them due over the stops; {moved} tickets moved; longest call {work.Longest}, latest signal {latest}");
        Assert.InRange(latest, TimeSpan.Zero, Patience);
        Assert.InRange(histories.Count, LeastTickets, int.MaxValue);
        Assert.InRange(signals.Count, LeastSignals, int.MaxValue);
        Assert.DoesNotContain(0, due);
        Assert.InRange(due.Sum(), LeastDue, int.MaxValue);
        Assert.InRange(moved, LeastMoved, int.MaxValue);
    }

    [Fact]
    public async Task TwoSilos_OnBusyProcessors_DoNotEvictEachOther()
    {
        var platform = cluster.Platform;
        var before = Replicas.Select(platform.StartsOf).ToArray();
        var work = new Workload(platform.RetryingClockClient());
        using var end = new CancellationTokenSource(BusyFor);
        var spinning = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => new Thread(() => Spin(end.Token)) { IsBackground = true }).ToList();
        spinning.ForEach(thread => thread.Start());

        await work.RunAsync(end.Token, Cancel);
        spinning.ForEach(thread => thread.Join());

        await Task.Delay(AfterLoad, TimeProvider.System, Cancel);

        Assert.Empty(work.Failures);
        Assert.NotEmpty(work.Acknowledged);
        Assert.Equal(before, Replicas.Select(platform.StartsOf));
        Assert.DoesNotContain(Replicas, replica => Silos.WasEvicted(platform, replica));
    }

    private static async Task<TimeSpan> AnswerOfAsync(SlaClockService.SlaClockServiceClient clocks, string ticket)
    {
        var began = TimeProvider.System.GetTimestamp();
        await clocks.GetTicketAsync(new GetTicketRequest { Name = ticket }, cancellationToken: Cancel);
        return TimeProvider.System.GetElapsedTime(began);
    }

    private static async Task<IReadOnlyList<History>> ReadSoundAsync(
        SlaClockService.SlaClockServiceClient clocks, SimulationService.SimulationServiceClient engine, Workload work)
    {
        var until = TimeProvider.System.GetUtcNow();
        var histories = new List<History>();
        foreach (var (ticket, actors) in work.Acknowledged)
        {
            histories.Add(await History.ReadSoundAsync(clocks, engine, ticket, actors, until, Patience, Cancel));
        }

        return histories;
    }

    private static void Send(int process, bool kill)
    {
        if (kill)
        {
            ProcessSignal.SendKill(process);
        }
        else
        {
            ProcessSignal.SendTerminate(process);
        }
    }

    private static void Spin(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            Thread.SpinWait(10_000);
        }
    }
}
