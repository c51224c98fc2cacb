using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>An urgency by impact matrix.</summary>
/// <param name="Cells">The level for each urgency and impact (<c>high</c>, <c>medium</c>, <c>low</c>).</param>
/// <param name="Source">Where it is stated.</param>
public sealed record SeverityMatrix(ImmutableSortedDictionary<(string Urgency, string Impact), int> Cells, string Source);
