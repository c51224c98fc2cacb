using Orleans.CodeGeneration;
using Orleans.Concurrency;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Holds the timers of a shard's tickets in memory; the key is the shard's number.</summary>
[Alias("clocks.ITimerShardGrain"), Version(1)]
internal interface ITimerShardGrain : IGrainWithIntegerKey
{
    /// <summary>Keeps the shard alive.</summary>
    [AlwaysInterleave]
    [Alias("Ensure")]
    Task Ensure();

    /// <summary>Says when a ticket wakes next. Neither waits for the other: a ticket that waited for its shard while the shard waits for the ticket would be a deadlock.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="wake">In Unix milliseconds, or <see cref="WakeQueue.None"/>.</param>
    [OneWay]
    [AlwaysInterleave]
    [Alias("Notify")]
    Task Notify(string ticketId, long wake);
}
