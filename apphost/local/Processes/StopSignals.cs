using System.Runtime.InteropServices;

namespace SlaPlatform.LocalHosting.Processes;

/// <summary>Ctrl+C, SIGTERM and SIGHUP: the first asks for an orderly stop, the second for an end at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _abort = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    internal StopSignals(CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
        }

        ParentWatch.Start(_stop.Cancel);
    }

    internal CancellationToken Stop => _stop.Token;

    internal CancellationToken Abort => _abort.Token;

    public void Dispose()
    {
        _registrations.ForEach(static r => r.Dispose());
        _stop.Dispose();
        _abort.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_stop.IsCancellationRequested && context.Signal != PosixSignal.SIGHUP)
        {
            _abort.Cancel();
        }

        _stop.Cancel();
    }
}
