using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

/// <summary>Two hosts of one cluster over one Redis.</summary>
internal sealed class SiloPair : IAsyncDisposable
{
    private readonly ClockHost _one;
    private readonly ClockHost _two;

    private SiloPair(ClockHost one, ClockHost two) => (_one, _two) = (one, two);

    /// <summary>Starts both and waits until each has its share of the shards.</summary>
    public static async Task<SiloPair> StartAsync(RedisServer redis, string cluster, CancellationToken cancellation)
    {
        var pair = new SiloPair(await ClockHost.StartAsync(redis, cancellation, cluster: cluster), await ClockHost.StartAsync(redis, cancellation, cluster: cluster));
        await Silos.UntilSpread(pair._one, Silos.AllShards / 2, Silos.AllShards / 2);
        return pair;
    }

    /// <summary>The host whose silo holds a ticket, and the other.</summary>
    public async Task<(ClockHost Near, ClockHost Far)> SidesOf(string ticket)
    {
        await _one.Client.GetTicketAsync(new() { Name = ticket }, cancellationToken: TestContext.Current.CancellationToken);
        var holder = (await Silos.Activations(_one, "ticket")).Single(silo => silo.Any(grain => grain.GrainId.Key.ToString() == ticket["tickets/".Length..])).Key;
        return holder.Equals(Silos.Of(_one)) ? (_one, _two) : (_two, _one);
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }
}
