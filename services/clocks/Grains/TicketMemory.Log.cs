namespace SlaPlatform.Clocks.Grains;

internal sealed partial class TicketMemory
{
    [LoggerMessage(4102, LogLevel.Warning, "Ticket {Ticket}: Redis did not answer, the ticket is loaded again at its next request: {Reason}")]
    private partial void NotStored(string ticket, string reason);

    [LoggerMessage(4103, LogLevel.Warning, "Ticket {Ticket}: other writers came first {Attempts} times")]
    private partial void OutrunAgain(string ticket, int attempts);

    [LoggerMessage(4104, LogLevel.Debug, "Ticket {Ticket} is loaded from a snapshot of {Position} records and {Held} since")]
    private partial void LoadedFromSnapshot(string ticket, int position, int held);

    [LoggerMessage(4105, LogLevel.Debug, "Ticket {Ticket} is not taken on from record {Length}: another writer, or an append that a crash had cut, came first")]
    private partial void CameSecond(string ticket, int length);
}
