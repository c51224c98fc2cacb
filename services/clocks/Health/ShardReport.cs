namespace SlaPlatform.Clocks.Health;

/// <summary>What a shard counted last; times in Unix milliseconds.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="CountTime">When.</param>
/// <param name="Armed">Tickets with a pending wake in its memory.</param>
/// <param name="Open">Tickets not closed or merged.</param>
/// <param name="Overdue">Entries of the due index that are past and not served.</param>
/// <param name="OldestOverdueTime">When the oldest of them was due; null for none.</param>
[GenerateSerializer]
[Immutable]
[Alias("clocks.ShardReport")]
internal sealed record ShardReport(
    [property: Id(0)] int Shard,
    [property: Id(1)] long CountTime,
    [property: Id(2)] int Armed,
    [property: Id(3)] long Open,
    [property: Id(4)] long Overdue,
    [property: Id(5)] long? OldestOverdueTime);
