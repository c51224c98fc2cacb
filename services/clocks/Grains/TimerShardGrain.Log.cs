namespace SlaPlatform.Clocks.Grains;

internal sealed partial class TimerShardGrain
{
    [LoggerMessage(4201, LogLevel.Debug, "Shard {Shard} holds {Count} pending wakes")]
    private partial void Loaded(int shard, int count);

    [LoggerMessage(4202, LogLevel.Warning, "Ticket {Ticket} of shard {Shard} was not woken and is tried again: {Reason}")]
    private partial void WakeFailed(string ticket, int shard, string reason);

    [LoggerMessage(4203, LogLevel.Debug, "Shard {Shard} could not read the due index: {Reason}")]
    private partial void NotReconciled(int shard, string reason);
}
