using Microsoft.Extensions.DependencyInjection;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

/// <summary>The silos of a cluster and what is on them.</summary>
internal static class Silos
{
    /// <summary>How many shards there are on all of them.</summary>
    public const int AllShards = 64;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The silo of a host.</summary>
    public static SiloAddress Of(ClockHost host) => host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    /// <summary>Waits until the shards are spread so, in ascending order of their number on a silo.</summary>
    public static async Task UntilSpread(ClockHost host, params int[] expected)
    {
        while (!(await Activations(host, "timer-shard")).Select(silo => silo.Count()).Order().SequenceEqual(expected))
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Delay(Look, TimeProvider.System, Cancel);
        }
    }

    /// <summary>The grains of a type that are alive, by silo.</summary>
    public static async Task<IEnumerable<IGrouping<SiloAddress, DetailedGrainStatistic>>> Activations(ClockHost host, string grainType)
    {
        try
        {
            var all = await Management(host).GetDetailedGrainStatistics();
            return [.. all.Where(grain => grain.GrainId.Type.ToString() == grainType).GroupBy(grain => grain.SiloAddress)];
        }
        catch (OrleansException)
        {
            // A silo that has just gone could not be asked.
            return [];
        }
    }

    /// <summary>Every silo that the membership table knows, with what became of it.</summary>
    public static Task<Dictionary<SiloAddress, SiloStatus>> Known(ClockHost host) => Management(host).GetHosts(onlyActive: false);

    private static IManagementGrain Management(ClockHost host) => host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);
}
