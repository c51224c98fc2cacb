namespace SlaPlatform.Clocks.Watching;

internal sealed partial class EventFeed
{
    [LoggerMessage(4301, LogLevel.Warning, "The events could not be read and are tried again: {Reason}")]
    private partial void NotRead(string reason);

    [LoggerMessage(4302, LogLevel.Error, "Event {Sequence} of shard {Shard} cannot be read and is left out; all watches end as expired: {Reason}")]
    private partial void NotDecoded(long sequence, int shard, string reason);
}
