namespace SlaPlatform.VirtualTime.Store;

/// <summary>An event as it was written for watchers.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="Sequence">Its number there.</param>
/// <param name="Stored">The encoded event, as <see cref="Bytes"/> has bytes.</param>
internal sealed record OutboxEvent(int Shard, long Sequence, string Stored);
