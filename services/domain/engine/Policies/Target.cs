using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>What a plan promises for one milestone at one severity level.</summary>
public sealed record Target
{
    /// <summary>The milestone it is about.</summary>
    public required MilestoneKind Milestone { get; init; }

    /// <summary>What is promised.</summary>
    public required Commitment Commitment { get; init; }

    /// <summary>Owed only while all of these hold; else the milestone is exempt, with that reason. Default: owed always.</summary>
    public ImmutableArray<TargetCondition> Conditions { get; init; } = [];

    /// <summary>Where it is promised: document and section.</summary>
    public required string Source { get; init; }

    /// <inheritdoc/>
    public bool Equals(Target? other) => other is not null && Milestone == other.Milestone && Commitment == other.Commitment
        && Conditions.SequenceEqual(other.Conditions) && Source == other.Source;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Milestone, Commitment, Source);
}
