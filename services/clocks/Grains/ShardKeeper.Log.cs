namespace SlaPlatform.Clocks.Grains;

internal sealed partial class ShardKeeper
{
    [LoggerMessage(4211, LogLevel.Debug, "Shard {Shard} did not answer and is called again: {Reason}")]
    private partial void NotReached(int shard, string reason);
}
