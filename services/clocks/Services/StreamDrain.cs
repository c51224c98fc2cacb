namespace SlaPlatform.Clocks.Services;

/// <summary>
/// What ends a stream of items and answers. A host that stops takes no more items and answers those it took; a caller that does not read its answers must not spend
/// the time that the others have for their drain, so that after a while they are given up.
/// </summary>
internal sealed class StreamDrain : IDisposable
{
    /// <summary>How long a host that stops waits for a caller to read its answers.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly CancellationToken _call;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenSource _ending;
    private readonly CancellationTokenSource _reading;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _registration;

    /// <summary>Follows a call.</summary>
    /// <param name="lifetime">The host's.</param>
    /// <param name="clock">For the patience.</param>
    /// <param name="call">Cancelled when the caller goes away.</param>
    public StreamDrain(IHostApplicationLifetime lifetime, TimeProvider clock, CancellationToken call)
    {
        (_call, _stopping) = (call, lifetime.ApplicationStopping);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(call);
        _reading = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token, _stopping);
        _timer = clock.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), _ending, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _registration = _stopping.Register(() => _timer.Change(Patience, Timeout.InfiniteTimeSpan));
    }

    /// <summary>Ends everything: the caller went away, an answer could not be given, or the patience is over.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Ends the taking of items: <see cref="Ending"/>, or the host stops.</summary>
    public CancellationToken Reading => _reading.Token;

    /// <summary>Whether the host stops while the caller is still there: it sends the rest again, under the same request ids, to another.</summary>
    public bool IsCutShort => _stopping.IsCancellationRequested && !_call.IsCancellationRequested;

    /// <summary>Ends everything.</summary>
    public Task EndAsync() => _ending.CancelAsync();

    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
        _reading.Dispose();
        _ending.Dispose();
    }
}
