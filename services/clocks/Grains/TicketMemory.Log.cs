namespace SlaPlatform.Clocks.Grains;

internal sealed partial class TicketMemory
{
    [LoggerMessage(4104, LogLevel.Debug, "Ticket {Ticket} is loaded from a snapshot of {Position} records and {Held} since")]
    private partial void LoadedFromSnapshot(string ticket, int position, int held);

    [LoggerMessage(4105, LogLevel.Debug, "Ticket {Ticket} is not taken on from record {Length}: another writer, or an append that a crash had cut, came first")]
    private partial void CameSecond(string ticket, int length);
}
