using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>Finds the single answers that would change an outcome.</summary>
internal static class DecisiveFacts
{
    public static ImmutableArray<DecisiveFact> Of(Policy policy, IncidentReport report)
    {
        var now = Outcome(policy, report);
        return
        [
            .. from field in ReportField.All
               where !field.IsText && IsAsked(policy, field.Name)
               from value in field.Values
               where value != report[field]
               let other = Outcome(policy, report.With(field, value))
               where other != now
               select new DecisiveFact(field.Name, value, other.Level, other.IsDiverted),
        ];
    }

    private static (int? Level, bool IsDiverted) Outcome(Policy policy, IncidentReport report) =>
        (SeverityProposal.From(policy.Severities, report).Level?.Level, SeverityTriage.DiversionOf(policy, report) is not null);

    // Only fields that something tests can change an outcome; the others need not be tried.
    private static bool IsAsked(Policy policy, string field) =>
        policy.Severities.Rules.Any(rule => rule.AllOf.Any(test => test.Field == field))
        || policy.Exclusions.Any(exclusion => exclusion.DivertsTo is not null && exclusion.PointedToBy.Any(test => test.Field == field))
        || (policy.Severities.Matrix is not null && (field == ReportField.Urgency.Name || field == ReportField.Impact.Name));
}
