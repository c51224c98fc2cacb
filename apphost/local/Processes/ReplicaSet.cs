namespace SlaPlatform.LocalHosting.Processes;

/// <summary>A service's replicas: who takes the next connection.</summary>
internal sealed class ReplicaSet : IDisposable
{
    private readonly Replica[] _replicas;
    private int _turn = -1;

    internal ReplicaSet(Resource resource) => _replicas = [.. Enumerable.Range(0, resource.Replicas).Select(number => new Replica(resource, number))];

    /// <summary>All replicas, beginning with the one whose turn it is; those that are not ready come last, for want of a better.</summary>
    internal IEnumerable<Replica> InTurn()
    {
        var first = (int)((uint)Interlocked.Increment(ref _turn) % (uint)_replicas.Length);
        return _replicas.Skip(first).Concat(_replicas.Take(first)).OrderBy(static replica => !replica.IsReady);
    }

    /// <summary>Probes the replicas until <paramref name="stop"/>.</summary>
    internal async Task WatchAsync(TimeSpan interval, TimeProvider time, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            await Task.WhenAll(_replicas.Select(replica => replica.ProbeAsync(stop)));
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    public void Dispose() => Array.ForEach(_replicas, static replica => replica.Dispose());
}
