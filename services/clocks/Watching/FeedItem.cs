using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Watching;

/// <summary>An event with its place.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="Sequence">The sequence in the shard's outbox.</param>
/// <param name="Entry">The event.</param>
internal sealed record FeedItem(int Shard, long Sequence, TicketEventEntry Entry);
