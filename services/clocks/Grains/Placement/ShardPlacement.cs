namespace SlaPlatform.Clocks.Grains.Placement;

/// <summary>The grain is a shard.</summary>
[GenerateSerializer, Immutable, Alias("clocks.ShardPlacement")]
internal sealed class ShardPlacement : PlacementStrategy;
