using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.ResourceNames;

namespace SlaPlatform.Clocks.Importing;

/// <summary>A change of plan among a ticket's facts.</summary>
/// <param name="Index">The fact.</param>
/// <param name="Field">The field that says it.</param>
/// <param name="Plan">The plan it names.</param>
/// <param name="Readings">The readings it names.</param>
/// <param name="Time">When it was true.</param>
internal sealed record PlanMove(int Index, string Field, PlanName Plan, ImmutableSortedDictionary<string, string> Readings, Instant Time);
