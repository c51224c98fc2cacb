namespace SlaPlatform.Clocks.Hosting;

internal sealed partial class Drain
{
    [LoggerMessage(4401, LogLevel.Information, "Stopping: not ready from now on, listening for another {Notice}, done within {Bound}")]
    private partial void Draining(TimeSpan notice, TimeSpan bound);

    [LoggerMessage(4402, LogLevel.Information, "Stopped: the running calls have ended and the grains are with the other silos")]
    private partial void Drained();
}
