using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>Finds the single answers that would change a proposal.</summary>
internal static class DecisiveFacts
{
    public static ImmutableArray<DecisiveFact> Of(SeverityScheme scheme, IncidentReport report, int? proposed) =>
    [
        .. from field in ReportField.All
           where !field.IsText && IsAsked(scheme, field.Name)
           from value in field.Values
           where value != report[field]
           let level = SeverityProposal.From(scheme, report.With(field, value)).Level?.Level
           where level != proposed
           select new DecisiveFact(field.Name, value, level),
    ];

    private static bool IsAsked(SeverityScheme scheme, string field) =>
        scheme.Rules.Any(rule => rule.AllOf.Any(test => test.Field == field))
        || (scheme.Matrix is not null && (field == ReportField.Urgency.Name || field == ReportField.Impact.Name));
}
