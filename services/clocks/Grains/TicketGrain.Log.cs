namespace SlaPlatform.Clocks.Grains;

internal sealed partial class TicketGrain
{
    [LoggerMessage(4102, LogLevel.Warning, "Ticket {Ticket}: Redis did not answer, the ticket is loaded again at its next request: {Reason}")]
    private partial void NotStored(string ticket, string reason);

    [LoggerMessage(4103, LogLevel.Warning, "Ticket {Ticket}: other writers came first {Attempts} times")]
    private partial void Outrun(string ticket, int attempts);
}
