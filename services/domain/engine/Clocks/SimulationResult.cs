using System.Collections.Immutable;

namespace SlaPlatform.Engine.Clocks;

/// <summary>What a simulation gave.</summary>
/// <param name="Log">The ticket's record; without facts when the opening was refused.</param>
/// <param name="Refused">The facts that were refused, in the order they were told.</param>
public sealed record SimulationResult(TicketLog Log, ImmutableArray<RefusedFact> Refused);
