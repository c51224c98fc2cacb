namespace SlaPlatform.Clocks.Journal;

internal sealed partial class JournalOpening
{
    [LoggerMessage(4001, LogLevel.Warning, "The journal is not open yet, Redis did not answer: {Reason}")]
    private partial void NotReached(string reason);

    [LoggerMessage(4003, LogLevel.Warning, "The journal cannot be used until Redis answers again: {Reason}")]
    private partial void Lost(string reason);

    [LoggerMessage(4004, LogLevel.Information, "The journal can be used.")]
    private partial void Usable();

    [LoggerMessage(4002, LogLevel.Critical, "The service stops: {Reason}")]
    private partial void NotOurs(string reason);
}
