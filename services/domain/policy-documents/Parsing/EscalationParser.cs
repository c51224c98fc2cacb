using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads how a plan climbs a ladder.</summary>
internal sealed class EscalationParser(PolicyScope scope, string? defaultCalendar)
{
    private static readonly string[] Kinds = ["every", "on_breach", "not_applicable"];
    private readonly ParseLog _log = scope.Log;

    public Escalation? Parse(DocumentNode? node, string path)
    {
        if (MapReader.Open(node, path, _log) is not { } map)
        {
            return null;
        }

        var ladder = scope.Known(map.Required("ladder"), map.PathOf("ladder"), "ladder", scope.Ladders);
        Escalation? escalation = null;
        if (Kinds.Count(map.Has) != 1)
        {
            _log.Add(node!, path, "escalation", $"An escalation is exactly one of {string.Join(", ", Kinds)}.");
            Array.ForEach(Kinds, kind => map.Optional(kind));
        }
        else if (map.Has("every"))
        {
            escalation = AtInterval(map, ladder);
        }
        else if (map.Has("on_breach"))
        {
            var follows = Follows(map.Required("on_breach"), map.PathOf("on_breach"));
            escalation = ladder is null ? null : new Escalation.OnBreach(ladder, follows);
        }
        else if (_log.Flag(map.Required("not_applicable"), map.PathOf("not_applicable")) is true && ladder is not null)
        {
            escalation = new Escalation.NotApplicable(ladder);
        }

        map.Close();
        return escalation;
    }

    private Escalation.AtInterval? AtInterval(MapReader map, string? ladder)
    {
        var calendar = map.Has("calendar") ? scope.Calendar(map.Required("calendar"), map.PathOf("calendar")) : defaultCalendar;
        if (calendar is null && !map.Has("calendar"))
        {
            _log.Add(map.Node, map.PathOf("calendar"), "no-calendar", "The escalation has no calendar and its plan gives none; name one.");
        }

        var interval = scope.Amount(map.Required("every"), map.PathOf("every"), calendar);
        var follows = map.Optional("follows") is { } node && _log.Choice(node, map.PathOf("follows"), PolicyVocabulary.Milestones, out var milestone)
            ? milestone
            : MilestoneKind.Resolution;
        return ladder is null || interval is null || calendar is null ? null : new Escalation.AtInterval(ladder, interval, calendar, follows);
    }

    private ImmutableSortedSet<MilestoneKind> Follows(DocumentNode? node, string path) => node is ScalarNode { Value: "all" }
        ? []
        : MilestoneSet.Parse(_log, node, path);
}
