using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>The level that a report alone leads to.</summary>
/// <param name="Level">The level, or null when the policy's rules lead to none.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="FactsUsed">The answers that decided.</param>
public sealed record SeverityProposal(SeverityLevel? Level, ProposalBasis Basis, ImmutableArray<ReportFact> FactsUsed)
{
    /// <summary>Proposes a level: by the matrix where urgency and impact are reported, else by the first rule that passes, else the default level.</summary>
    public static SeverityProposal From(SeverityScheme scheme, IncidentReport report) =>
        ByMatrix(scheme, report) ?? ByRules(scheme, report) ?? ByDefault(scheme);

    /// <summary>What the rules alone propose, or null when none passes.</summary>
    internal static SeverityProposal? ByRules(SeverityScheme scheme, IncidentReport report) =>
        scheme.Rules.FirstOrDefault(rule => report.Passes(rule.AllOf)) is { } rule
            ? new(scheme.Find(rule.Level), new ProposalBasis.ByRule(rule), Facts(report, rule.AllOf.Select(test => test.Field)))
            : null;

    private static SeverityProposal? ByMatrix(SeverityScheme scheme, IncidentReport report) =>
        scheme.Matrix is { } matrix
        && report[ReportField.Urgency] is { } urgency
        && report[ReportField.Impact] is { } impact
        && matrix.Cells.TryGetValue((urgency, impact), out var level)
            ? new(scheme.Find(level), new ProposalBasis.ByMatrix(urgency, impact, matrix.Source), Facts(report, [ReportField.Urgency.Name, ReportField.Impact.Name]))
            : null;

    private static SeverityProposal ByDefault(SeverityScheme scheme) => scheme.DefaultLevel is { } level
        ? new(scheme.Find(level), new ProposalBasis.ByDefault(), [])
        : new(null, new ProposalBasis.NoMatch(), []);

    private static ImmutableArray<ReportFact> Facts(IncidentReport report, IEnumerable<string> fields) =>
        [.. fields.Distinct(StringComparer.Ordinal).Select(field => new ReportFact(field, report.Answers[field]))];

    /// <inheritdoc/>
    public bool Equals(SeverityProposal? other) =>
        other is not null && Level == other.Level && Basis == other.Basis && FactsUsed.SequenceEqual(other.FactsUsed);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Level?.Level, Basis.Id, FactsUsed.Length);
}
