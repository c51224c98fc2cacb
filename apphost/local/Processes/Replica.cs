using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Processes;

/// <summary>One of a service's replicas as its front sees it. Safe for concurrent use.</summary>
internal sealed class Replica(Resource resource, int number) : IDisposable
{
    // A replica that drains answers that it is not ready, and keeps its connections; one that hangs must lose them, or its callers would hang with it.
    private const int MostSilences = 3;
    private CancellationTokenSource _hanging = new();
    private int _silences;

    internal int Number => number;

    /// <summary>Whether new connections go here first. Set by each probe, taken away when a connection is refused.</summary>
    internal volatile bool IsReady = true;

    /// <summary>Cancelled when the replica hangs.</summary>
    internal CancellationToken Hanging => Volatile.Read(ref _hanging).Token;

    internal async Task ProbeAsync(CancellationToken stop)
    {
        var worst = ProbeAnswer.Healthy;
        foreach (var probe in resource.Probes)
        {
            var answer = await probe(number, stop);
            worst = answer > worst ? answer : worst;
        }

        IsReady = worst == ProbeAnswer.Healthy;
        _silences = worst == ProbeAnswer.Silent ? _silences + 1 : 0;
        if (_silences == MostSilences)
        {
            using var hanging = Interlocked.Exchange(ref _hanging, new CancellationTokenSource());
            await hanging.CancelAsync();
        }
    }

    public void Dispose() => _hanging.Dispose();
}
