using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads the plans.</summary>
internal sealed class PlanParser(PolicyScope scope)
{
    private const int MostPeople = 1_000_000;
    private readonly ParseLog _log = scope.Log;

    public ImmutableArray<Plan> Parse(DocumentNode? node, string path)
    {
        var plans = new List<Plan>();
        var successors = new List<(DocumentNode Node, string Path)>();
        foreach (var (map, id) in ItemsWithId.Read(_log, node, path, "plan", DocumentLimits.Plans))
        {
            scope.Plans.Add(id);
            if (map.Optional("after_trial") is { } successor)
            {
                successors.Add((successor, map.PathOf("after_trial")));
            }

            plans.Add(Plan(map, id));
            map.Close();
        }

        foreach (var (successor, at) in successors)
        {
            scope.Known(successor, at, "plan", scope.Plans);
        }

        if (node is not null && plans.Count == 0)
        {
            _log.Add(node, path, "no-plans", "A policy has at least one plan; add one.");
        }

        return [.. plans];
    }

    private Plan Plan(MapReader map, string id)
    {
        var calendar = map.Has("calendar") ? scope.Calendar(map.Required("calendar"), map.PathOf("calendar")) : null;
        var targetsSource = _log.Text(map.Optional("targets_source"), map.PathOf("targets_source")) ?? "";
        var levels = new LevelParser(scope, calendar, targetsSource).Parse(map.Required("targets"), map.PathOf("targets"));
        return new Plan
        {
            Id = id,
            Title = TextParser.Parse(_log, map.Required("title"), map.PathOf("title")),
            Tier = _log.Whole(map.Optional("tier"), map.PathOf("tier"), 1, 100),
            Features = new FeatureParser(scope).Values(map.Optional("features"), map.PathOf("features")),
            Targets = levels.Targets,
            Escalations = levels.Escalations,
            Warnings = new TimingParser(scope).Warnings(map.Optional("warnings"), map.PathOf("warnings")) ?? Engine.Policies.Plan.DefaultWarnings,
            AutoClose = AutoClose(map.Optional("auto_close"), map.PathOf("auto_close"), calendar),
            Channels = ChannelParser.Parse(_log, map.Required("channels"), map.PathOf("channels")),
            ContactCap = _log.Whole(map.Optional("contact_cap"), map.PathOf("contact_cap"), 0, MostPeople),
            NamedEmailUserCap = _log.Whole(map.Optional("named_email_users"), map.PathOf("named_email_users"), 0, MostPeople),
            ContactsOnly = _log.Flag(map.Optional("contacts_only"), map.PathOf("contacts_only")) ?? false,
            AfterTrial = _log.Text(map.Optional("after_trial"), map.PathOf("after_trial")),
            Source = _log.Text(map.Optional("source"), map.PathOf("source")) ?? "",
        };
    }

    private AutoClose? AutoClose(DocumentNode? node, string path, string? defaultCalendar)
    {
        if (node is null or ScalarNode { Value: "never" } || MapReader.Open(node, path, _log) is not { } map)
        {
            return null;
        }

        var calendar = map.Has("calendar") ? scope.Calendar(map.Required("calendar"), map.PathOf("calendar")) : defaultCalendar;
        if (calendar is null && !map.Has("calendar"))
        {
            _log.Add(node, map.PathOf("calendar"), "no-calendar", "The closing has no calendar and its plan gives none; name one.");
        }

        var after = scope.Amount(map.Required("after"), map.PathOf("after"), calendar);
        var warnBefore = scope.Duration(map.Required("warn_before"), map.PathOf("warn_before"));
        var source = _log.Text(map.Optional("source"), map.PathOf("source")) ?? "";
        map.Close();
        return after is null || calendar is null || warnBefore is null ? null : new AutoClose(after, calendar, warnBefore.Value, source);
    }
}
