using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>A time in which the severities of a ticket, its plan and what excludes it stayed what they were.</summary>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The instant after it; null while it lasts.</param>
/// <param name="ClaimedLevel">The level that the customer claims, or null.</param>
/// <param name="VerifiedLevel">The level that support set, or null.</param>
/// <param name="RulingLevel">The level that rules.</param>
/// <param name="IsOpen">Whether the ticket is neither resolved, closed nor merged.</param>
/// <param name="Plan">The plan that it runs under.</param>
public sealed record SeverityPeriod(Instant Start, Instant? End, int? ClaimedLevel, int? VerifiedLevel, int RulingLevel, bool IsOpen, PlanReference Plan)
{
    private const int GravestLevel = 1;

    /// <summary>The clauses that exclude the ticket, in order.</summary>
    public ImmutableSortedSet<string> Exclusions { get; init; } = [];

    /// <summary>Whether no resolution is owed because of one of them.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>The changes of severity that began it, in the order of record; none where it begins otherwise.</summary>
    public ImmutableArray<SeverityCause> Causes { get; init; } = [];

    /// <summary>
    /// Whether it is downtime to a plan that guarantees availability: the ticket is open at the gravest level, and the problem is one that the vendor answers for.
    /// A ticket whose targets do not apply because of how it came tells downtime all the same.
    /// </summary>
    public bool IsDowntime => IsOpen && RulingLevel == GravestLevel && !IsExcluded;

    /// <summary>Whether another period differs in nothing but its time and what began it.</summary>
    public bool IsLike(SeverityPeriod other) =>
        (ClaimedLevel, VerifiedLevel, RulingLevel, IsOpen, IsExcluded, Plan) == (other.ClaimedLevel, other.VerifiedLevel, other.RulingLevel, other.IsOpen, other.IsExcluded, other.Plan)
        && Exclusions.SetEquals(other.Exclusions);

    /// <inheritdoc/>
    public bool Equals(SeverityPeriod? other) => other is not null && (Start, End) == (other.Start, other.End) && IsLike(other) && Causes.SequenceEqual(other.Causes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, ClaimedLevel, VerifiedLevel, RulingLevel, IsOpen);
}
