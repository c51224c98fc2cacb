using System.Collections.Immutable;

namespace SlaPlatform.Engine.Clocks;

/// <summary>A fact that a simulation refused.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Refusals">Why.</param>
public sealed record RefusedFact(SimulatedFact Fact, ImmutableArray<Refusal> Refusals);
