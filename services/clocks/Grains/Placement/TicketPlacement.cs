namespace SlaPlatform.Clocks.Grains.Placement;

/// <summary>The grain is a ticket: the key is its id.</summary>
[GenerateSerializer, Immutable, Alias("clocks.TicketPlacement")]
internal sealed class TicketPlacement : PlacementStrategy;
