using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>A clause under which a ticket is not covered.</summary>
/// <param name="Clause">The clause's id in its policy.</param>
/// <param name="Exempts">The milestones it exempts; empty for all.</param>
/// <param name="Text">What it says to a reader.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record Exclusion(string Clause, ImmutableSortedSet<MilestoneKind> Exempts, LocalizedText Text, string Source)
{
    /// <summary>Tests of a report that together point to the clause; empty when no answer does. Only a person decides that it applies.</summary>
    public ImmutableArray<ReportTest> PointedToBy { get; init; } = [];

    /// <summary>Where requests that point to the clause belong instead, as a reader is told; null when a person decides. Such requests are not clocked.</summary>
    public LocalizedText? DivertsTo { get; init; }

    /// <summary>Whether the clause exempts the milestone.</summary>
    public bool Covers(MilestoneKind kind) => Exempts.IsEmpty || Exempts.Contains(kind);
}
