using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;
using SlaPlatform.PolicyDocuments.Tests.Tables;

namespace SlaPlatform.PolicyDocuments.Tests.Coverage;

/// <summary>A part of a policy document that answers depend on.</summary>
/// <param name="Path">Where it stands, such as <c>plans/gold/targets/1/resolution</c>.</param>
/// <param name="Value">What it says, in few words.</param>
/// <param name="Source">Document and section; null where the document gives none.</param>
internal sealed record PolicyElement(string Path, string Value, string? Source);

/// <summary>All parts of a policy: nothing that a document can hold is left out.</summary>
internal static class PolicyElements
{
    public static IEnumerable<PolicyElement> Of(Policy policy) =>
    [
        new("version", $"{policy.Version}, in force from {policy.EffectiveFrom:uuuu-MM-dd}", policy.Source),
        .. Severities(policy.Severities),
        .. policy.Calendars.Values.Select(calendar => new PolicyElement($"calendars/{calendar.Definition.Id}", After(PolicyTable.Calendar(calendar)), calendar.Source)),
        .. policy.Lines.Select(line => new PolicyElement($"lines/{line.Key}", line.Value, policy.Calendars[line.Value].Source)),
        .. policy.Ladders.Values.Select(ladder => new PolicyElement($"ladders/{ladder.Id}", string.Join(", ", ladder.Levels.Select(level => level.English)), ladder.Source)),
        .. policy.Plans.SelectMany(plan => Plan(policy, plan)),
        .. policy.Readings.SelectMany(Readings),
        .. policy.Exclusions.Select(exclusion => new PolicyElement($"exclusions/{exclusion.Clause}", Clause(exclusion), exclusion.Source)),
        .. policy.ReportRequires.Select(item => new PolicyElement($"report_requires/{item.Field}", item.AssignedByVendor ? "assigned by the vendor" : "asked for", item.Source)),
        .. policy.RefusedRegions.Select(region => new PolicyElement($"refused_regions/{region.Region}", region.Url ?? "refused", region.Source)),
        .. policy.Provisions.Select(provision => new PolicyElement($"provisions/{provision.Id}", Values(provision), provision.Source)),
    ];

    private static IEnumerable<PolicyElement> Severities(SeverityScheme scheme) =>
    [
        new("severities/ruling", $"{PolicyVocabulary.Rulings.WordFor(scheme.Ruling)}{(scheme.ChangeNeedsAgreement ? ", changes need agreement" : "")}", Source: null),
        .. scheme.Levels.Select(level => new PolicyElement($"severities/levels/{level.Level}", $"{level.Label}, {level.Name.English}", level.Source)),
        .. scheme.Rules.Select(rule => new PolicyElement($"severities/rules/{rule.Id}", $"{rule.Level} when {Tests(rule.AllOf)}", rule.Source)),
        .. scheme.Matrix is { } matrix
            ? [new PolicyElement("severities/matrix", string.Join(", ", matrix.Cells.Select(cell => $"{cell.Key.Urgency} x {cell.Key.Impact}: {cell.Value}")), matrix.Source)]
            : Array.Empty<PolicyElement>(),
        .. scheme.DefaultLevel is { } level ? [new PolicyElement("severities/default_level", $"{level}", Source: null)] : Array.Empty<PolicyElement>(),
    ];

    private static IEnumerable<PolicyElement> Plan(Policy policy, Plan plan)
    {
        var path = $"plans/{plan.Id}";
        yield return new(path, plan.Title.English, plan.Source);
        yield return new($"{path}/channels", PolicyTable.Channels(plan), plan.Channels.Source);
        if (plan.ContactCap is not null || plan.ContactsOnly)
        {
            yield return new($"{path}/contacts", $"{plan.ContactCap}{(plan.ContactsOnly ? ", only they open cases" : "")}", plan.Source);
        }

        if (plan.NamedEmailUserCap is { } users)
        {
            yield return new($"{path}/named_email_users", $"{users}", plan.Source);
        }

        if (plan.AfterTrial is { } after)
        {
            yield return new($"{path}/after_trial", after, plan.Source);
        }

        if (plan.AutoClose is { } close)
        {
            yield return new($"{path}/auto_close", PolicyTable.Closing(close), close.Source);
        }

        foreach (var (id, value) in plan.Features)
        {
            yield return new($"{path}/features/{id}", PolicyTable.Worth(value), policy.Features.Single(feature => feature.Id == id).Source);
        }

        foreach (var (level, targets) in plan.Targets)
        {
            foreach (var target in targets)
            {
                yield return new($"{path}/targets/{level}/{PolicyVocabulary.Milestones.WordFor(target.Milestone)}", PolicyTable.Promise(target), target.Source);
            }
        }

        foreach (var (level, escalation) in plan.Escalations)
        {
            yield return new($"{path}/escalations/{level}", PolicyTable.Climb(escalation), policy.Ladders[escalation.Ladder].Source);
        }
    }

    private static IEnumerable<PolicyElement> Readings(Reading reading) =>
        reading.Names.Select(name => new PolicyElement($"readings/{reading.Id}/{name}", name == reading.Default ? "default" : "on choice", Source: null));

    private static string Clause(Exclusion exclusion) =>
        $"{(exclusion.DivertsTo is null ? "excludes" : "diverts")}{(exclusion.PointedToBy.IsEmpty ? ", as a person decides" : $" when {Tests(exclusion.PointedToBy)}")}";

    private static string Tests(IEnumerable<ReportTest> tests) => string.Join(", ", tests.Select(test => $"{test.Field}: {string.Join(" or ", test.AnyOf)}"));

    private static string Values(Provision provision) =>
        provision.Values.Count == 0 ? "stated" : string.Join(", ", provision.Values.Select(value => $"{value.Key}: {value.Value}"));

    private static string After(string line) => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..];
}
