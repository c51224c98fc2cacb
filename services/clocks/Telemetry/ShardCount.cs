using NodaTime;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>What a shard counted.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="CountTime">When.</param>
/// <param name="Armed">Tickets with a pending wake in its memory.</param>
/// <param name="Open">Tickets not closed or merged.</param>
/// <param name="Overdue">Entries of the due index that are past and not served.</param>
/// <param name="OldestOverdueTime">When the oldest of them was due; null for none.</param>
internal sealed record ShardCount(int Shard, Instant CountTime, int Armed, long Open, long Overdue, Instant? OldestOverdueTime);
