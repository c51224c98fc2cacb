namespace SlaPlatform.Clocks.Hosting;

internal sealed partial class SiloEnd
{
    [LoggerMessage(4311, LogLevel.Critical, "This silo is no longer part of the cluster and exits, to be started again: {Reason}")]
    private partial void Ended(Exception? exception, string reason);
}
