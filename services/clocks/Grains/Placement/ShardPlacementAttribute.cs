using Orleans.Placement;

namespace SlaPlatform.Clocks.Grains.Placement;

/// <summary>Places a grain class by <see cref="ShardPlacement"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShardPlacementAttribute() : PlacementAttribute(new ShardPlacement());
