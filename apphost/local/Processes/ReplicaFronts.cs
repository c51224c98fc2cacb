using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Processes;

/// <summary>The fronts of one service, one for each of its listeners, over the same replicas.</summary>
internal sealed class ReplicaFronts : IAsyncDisposable
{
    private static readonly TimeSpan s_probeInterval = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _stop = new();
    private readonly ReplicaSet _replicas;
    private readonly List<ReplicaFront> _fronts = [];
    private readonly Task _watching;

    /// <summary>Opens them.</summary>
    /// <exception cref="LocalHostException">A port is in use.</exception>
    internal ReplicaFronts(Resource resource, IEnumerable<Endpoint> endpoints, TimeProvider time, TimeSpan? probeInterval = null)
    {
        _replicas = new ReplicaSet(resource);
        foreach (var endpoint in endpoints)
        {
            _fronts.Add(ReplicaFront.Open(endpoint, _replicas, time));
        }

        _watching = _replicas.WatchAsync(probeInterval ?? s_probeInterval, time, _stop.Token);
    }

    /// <summary>Takes no more connections; those that are open go on.</summary>
    internal void Close() => _fronts.ForEach(static front => front.Close());

    /// <summary>Cuts all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var front in _fronts)
        {
            await front.DisposeAsync();
        }

        _replicas.Dispose();
        _stop.Dispose();
    }
}
