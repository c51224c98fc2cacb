namespace SlaPlatform.Clocks.Journal;

internal sealed partial class JournalOpening
{
    [LoggerMessage(4001, LogLevel.Warning, "The journal is not open yet, Redis did not answer: {Reason}")]
    private partial void NotReached(string reason);

    [LoggerMessage(4002, LogLevel.Critical, "The service stops: {Reason}")]
    private partial void NotOurs(string reason);
}
