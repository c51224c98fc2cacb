namespace SlaPlatform.Clocks.Grains;

internal sealed partial class Recomputing
{
    [LoggerMessage(4221, LogLevel.Debug, "Shard {Shard}: the due times of {Count} open tickets are this version's")]
    private partial void Done(int shard, int count);

    [LoggerMessage(4222, LogLevel.Warning, "Shard {Shard}: not all due times are this version's yet: {Reason}")]
    private partial void Failed(int shard, string reason);

    [LoggerMessage(4223, LogLevel.Warning, "Ticket {Ticket} was not woken and keeps its due times until it is: {Reason}")]
    private partial void NotWoken(string ticket, string reason);
}
