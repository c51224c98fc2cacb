namespace SlaPlatform.VirtualTime.Store;

/// <summary>An event as it was written for watchers.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="Sequence">Its number there.</param>
/// <param name="Stored">The encoded event.</param>
internal sealed record OutboxEvent(int Shard, long Sequence, byte[] Stored);
