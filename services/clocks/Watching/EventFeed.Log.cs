namespace SlaPlatform.Clocks.Watching;

internal sealed partial class EventFeed
{
    [LoggerMessage(4301, LogLevel.Warning, "The events could not be read and are tried again: {Reason}")]
    private partial void NotRead(string reason);
}
