using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>What triage says about a report: the level it proposes, the level that rules, and why.</summary>
public sealed record SeverityAssessment
{
    /// <summary>The level that the report alone leads to, with its basis.</summary>
    public required SeverityProposal Proposal { get; init; }

    /// <summary>The customer's level, or null.</summary>
    public SeverityLevel? Claimed { get; init; }

    /// <summary>Why the customer departs from the proposal, or null.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Support's level, or null.</summary>
    public SeverityLevel? Assigned { get; init; }

    /// <summary>Why support set its level, or null.</summary>
    public string? AssignmentReason { get; init; }

    /// <summary>The level that the targets follow, or null when nobody gave one and none is proposed.</summary>
    public SeverityLevel? Ruling { get; init; }

    /// <summary>Why that level rules.</summary>
    public required RulingGround Ground { get; init; }

    /// <summary>The clause under which such requests are diverted, or null: then the request is not clocked.</summary>
    public Exclusion? Diversion { get; init; }

    /// <summary>Single other answers that would lead to another outcome, by field and value.</summary>
    public ImmutableArray<DecisiveFact> WouldChange { get; init; } = [];

    /// <summary>What the policy asks a report to hold and this one does not.</summary>
    public ImmutableArray<ReportRequirement> Missing { get; init; } = [];

    /// <summary>Clauses that the report's answers point to; only a person decides an exclusion.</summary>
    public ImmutableArray<Exclusion> MayBeExcluded { get; init; } = [];

    /// <summary>What a person should look at.</summary>
    public ImmutableArray<AssessmentWarning> Warnings { get; init; } = [];
}
