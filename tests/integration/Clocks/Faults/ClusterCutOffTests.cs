using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Clocks.Cluster;
using SiloStatus = Orleans.Runtime.SiloStatus;

namespace SlaPlatform.Integration.Tests.Clocks.Faults;

/// <summary>Two silos whose membership table and journals are in one Redis, which both lose at once. They probe each other past it: neither may evict the other.</summary>
public sealed class ClusterCutOffTests
{
    // Some seconds each: the silos look at their table every second, and miss it as well as the journals.
    private const int LongCut = 20;
    private const int LongSilence = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(Timeout = 90_000)]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task Load_BothSilosLoseTheirRedis_LosesAndDoublesNothingAndEvictsNobody(string server)
    {
        var ends = new Ends();
        await using var run = await FaultRun.StartAsync(server, hosts: 2, cluster: "cut", services => services.AddSingleton<IFatalErrorHandler>(ends));
        await Silos.UntilSpread(run.Hosts[0], Silos.AllShards / 2, Silos.AllShards / 2);
        var silos = run.Hosts.Select(Silos.Of).Order().ToArray();

        await run.Suffer(async () =>
        {
            run.Link.Become(LinkState.Cut);
            await run.Felt(LongCut);
            run.Link.Become(LinkState.Sound);
            await run.Progress(facts: 8);
            run.Link.Become(LinkState.Swallowing);
            await run.Felt(LongSilence);
            run.Link.Become(LinkState.Sound);
        });

        Assert.True(run.LoadedFromSnapshot > 0);
        Assert.Empty(ends.Reasons);
        foreach (var host in run.Hosts)
        {
            Assert.Equal(silos.Select(silo => (silo, SiloStatus.Active)), (await Silos.Known(host)).OrderBy(silo => silo.Key).Select(silo => (silo.Key, silo.Value)));
            await AssertServes(host);
        }

        await Silos.UntilSpread(run.Hosts[0], Silos.AllShards / 2, Silos.AllShards / 2);
    }

    // A few, so that some are on either silo.
    private static async Task AssertServes(ClockHost host)
    {
        for (var number = 0; number < 8; number++)
        {
            var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
            var told = await host.Client.RecordFactAsync(ClockFixture.Telling(ticket.Name, new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);
            Assert.Equal(2, told.FactCount);
        }
    }

    /// <summary>Notes what would end the process of a silo that the others declared dead.</summary>
    private sealed class Ends : IFatalErrorHandler
    {
        public ConcurrentQueue<string> Reasons { get; } = new();

        public bool IsUnexpected(Exception exception) => true;

        public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null) => Reasons.Enqueue(context ?? $"{exception}");
    }
}
