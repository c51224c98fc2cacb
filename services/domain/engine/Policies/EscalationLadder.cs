using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>The roles that an unresolved ticket climbs to, lowest first.</summary>
/// <param name="Id">The ladder's id in its policy.</param>
/// <param name="Levels">The roles, lowest first; level 1 is the first of them.</param>
/// <param name="Source">Where it is promised.</param>
public sealed record EscalationLadder(string Id, ImmutableArray<LocalizedText> Levels, string Source)
{
    /// <inheritdoc/>
    public bool Equals(EscalationLadder? other) =>
        other is not null && Id == other.Id && Levels.SequenceEqual(other.Levels) && Source == other.Source;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Levels.Length);
}
