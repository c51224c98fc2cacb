using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>Two silos under load, one of them restarted after the other, or both kept busy.</summary>
public sealed class RollingRestartTests(ClusterPlatform cluster) : IClassFixture<ClusterPlatform>
{
    private static readonly string[] Replicas = ["clocks-1", "clocks-2"];
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Restarted = TimeSpan.FromSeconds(40);

    // A lost silo's tickets are alive elsewhere within 10 s; the rest is for a machine that is busy with other tests. The output has the figures.
    private static readonly TimeSpan AliveElsewhere = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(8);

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

        foreach (var replica in Replicas)
        {
            await Task.Delay(Lead, TimeProvider.System, Cancel);
            var before = platform.StartsOf(replica);
            Send(platform.ProcessIdOf(replica), killed);
            await platform.UntilStartedAgainAsync(replica, before, Restarted, Cancel);
        }

        await Task.Delay(Lead, TimeProvider.System, Cancel);
        await end.CancelAsync();
        await working;

        TestContext.Current.TestOutputHelper?.WriteLine($"{work.Acknowledged.Count} tickets, {work.Acknowledged.Sum(entry => entry.Value.Count)} facts, longest call {work.Longest}");
        Assert.True(work.Failures.Count == 0, string.Join(Environment.NewLine, work.Failures));
        Assert.InRange(work.Longest, TimeSpan.Zero, AliveElsewhere);
        var engine = platform.SimulationClient();
        var latest = TimeSpan.Zero;
        foreach (var (ticket, actors) in work.Acknowledged)
        {
            var history = await History.ReadAsync(clocks, ticket, Cancel);
            await history.AssertSoundAsync(engine, actors, Cancel);
            latest = history.Signals.Select(signal => signal.LatenessDuration.ToTimeSpan()).Append(latest).Max();
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Latest signal {latest}");
        Assert.InRange(latest, TimeSpan.Zero, AliveElsewhere);
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

        Assert.Empty(work.Failures);
        Assert.Equal(before, Replicas.Select(platform.StartsOf));
        Assert.DoesNotContain(Replicas, replica => Silos.WasEvicted(platform, replica));
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
