using SlaPlatform.Engine.Obligations;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage.Releases;

namespace SlaPlatform.PolicyDocuments.Linting;

internal static class CompletenessRules
{
    /// <summary>The languages that the product shows plans in.</summary>
    private static readonly string[] Languages = ["en", "fr", "it", "zh"];

    /// <summary>A name or reason that readers are shown and that is not there in every language. Provisions are for those who keep the document, but for what is owed and what answers are given with.</summary>
    public static IEnumerable<(string Path, string Message)> MissingTranslation(Policy policy) =>
        from text in ShownTexts(policy)
        let missing = Languages.Where(language => !text.Text.Translations.ContainsKey(language)).ToArray()
        where missing.Length > 0
        select (text.Path, $"The text is missing in {string.Join(", ", missing)}; translate it.");

    /// <summary>Something stated without saying where.</summary>
    public static IEnumerable<(string Path, string Message)> MissingSource(Policy policy) =>
        from stated in Stated(policy)
        where stated.Source.Length == 0
        select (stated.Path, "Nothing says where this is stated; add its source.");

    private static IEnumerable<(string Path, LocalizedText Text)> ShownTexts(Policy policy) =>
    [
        ("title", policy.Title),
        .. policy.Severities.Levels.Where(level => HasWords(level.Label)).Select(level => ($"severities/levels/{level.Level}/label", level.Labels)),
        .. policy.Severities.Levels.SelectMany(level => new[] { ($"severities/levels/{level.Level}/name", level.Name), ($"severities/levels/{level.Level}/definition", level.Definition) }),
        .. policy.Severities.Rules.Select(rule => ($"severities/rules/{rule.Id}/text", rule.Text)),
        .. policy.Features.Select(feature => ($"features/{feature.Id}/name", feature.Name)),
        .. policy.Plans.Select(plan => ($"plans/{plan.Id}/title", plan.Title)),
        .. policy.Plans.SelectMany(plan => plan.Features
            .Where(feature => feature.Value is FeatureValue.Worded)
            .Select(feature => ($"plans/{plan.Id}/features/{feature.Key}", ((FeatureValue.Worded)feature.Value).Value))),
        .. policy.Ladders.Values.SelectMany(ladder => ladder.Levels.Select((level, index) => ($"ladders/{ladder.Id}/levels/{index + 1}", level))),
        .. policy.Readings.Select(reading => ($"readings/{reading.Id}/title", reading.Title)),
        .. policy.Readings.SelectMany(reading => reading.Options.Select(option => ($"readings/{reading.Id}/options/{option.Name}/title", option.Title))),
        .. policy.Exclusions.Select(exclusion => ($"exclusions/{exclusion.Clause}/text", exclusion.Text)),
        .. from exclusion in policy.Exclusions
           where exclusion.DivertsTo is not null
           select ($"exclusions/{exclusion.Clause}/diverts_to", exclusion.DivertsTo),
        .. policy.ReportRequires.Select(requirement => ($"report_requires/{requirement.Field}/text", requirement.Text)),
        .. policy.RefusedRegions.Select((region, index) => ($"refused_regions/{index + 1}/reason", region.Reason)),
        .. policy.Provisions.Where(IsShown).Select(provision => ($"provisions/{provision.Id}/text", provision.Text)),
    ];

    // An obligation of a feature has that feature's name; the text of an unsupported version is what its reporter is told.
    private static bool IsShown(Provision provision) =>
        (ObligationRules.IsObligation(provision) && !provision.Values.ContainsKey("feature")) || provision.Id == UnsupportedVersions.ProvisionId;

    // P1 is the same everywhere.
    private static bool HasWords(string label) => label.Split(' ').Any(word => word.Count(char.IsLetter) > 1);

    private static IEnumerable<(string Path, string Source)> Stated(Policy policy) =>
    [
        .. policy.Severities.Levels.Select(level => ($"severities/levels/{level.Level}", level.Source)),
        .. policy.Severities.Rules.Select(rule => ($"severities/rules/{rule.Id}", rule.Source)),
        .. policy.Severities.Matrix is { } matrix ? [("severities/matrix", matrix.Source)] : Array.Empty<(string, string)>(),
        .. policy.Calendars.Select(calendar => ($"calendars/{calendar.Key}", calendar.Value.Source)),
        .. policy.Ladders.Values.Select(ladder => ($"ladders/{ladder.Id}", ladder.Source)),
        .. policy.Features.Select(feature => ($"features/{feature.Id}", feature.Source)),
        .. policy.Plans.SelectMany(InPlan),
        .. policy.Exclusions.Select(exclusion => ($"exclusions/{exclusion.Clause}", exclusion.Source)),
        .. policy.ReportRequires.Select(requirement => ($"report_requires/{requirement.Field}", requirement.Source)),
        .. policy.RefusedRegions.Select((region, index) => ($"refused_regions/{index + 1}", region.Source)),
        .. policy.Provisions.Select(provision => ($"provisions/{provision.Id}", provision.Source)),
    ];

    private static IEnumerable<(string Path, string Source)> InPlan(Plan plan) =>
    [
        ($"plans/{plan.Id}", plan.Source),
        ($"plans/{plan.Id}/channels", plan.Channels.Source),
        .. plan.Targets.SelectMany(level => level.Value.Select(target => (Pace.PathOf(plan, level.Key, target.Milestone), target.Source))),
        .. plan.AutoClose is { } close ? [($"plans/{plan.Id}/auto_close", close.Source)] : Array.Empty<(string, string)>(),
    ];
}
