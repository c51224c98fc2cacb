using Orleans.Placement;

namespace SlaPlatform.Clocks.Grains.Placement;

/// <summary>Places a grain class by <see cref="TicketPlacement"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TicketPlacementAttribute() : PlacementAttribute(new TicketPlacement());
