using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads one target: <c>4h</c>, <c>every 1 business_day</c>, <c>best_effort</c>, or a mapping that says more.</summary>
internal sealed class TargetParser(PolicyScope scope, string? defaultCalendar, string defaultSource)
{
    private const string EveryPrefix = "every ";
    private static readonly string[] TimingKeys = ["calendar", "start", "pauses", "lines", "on_change", "on_reopen", "met_by_workaround", "warnings"];
    private readonly ParseLog _log = scope.Log;

    public Target? Parse(DocumentNode? node, string path, MilestoneKind milestone)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not MapNode)
        {
            return Short(node, path, milestone) is { } brief ? new Target { Milestone = milestone, Commitment = brief, Source = defaultSource } : null;
        }

        var map = MapReader.Open(node, path, _log)!;
        var commitment = Full(map, milestone);
        var conditions = Conditions(map.Optional("when"), map.PathOf("when"));
        var source = _log.Text(map.Optional("source"), map.PathOf("source")) ?? defaultSource;
        map.Close();
        return commitment is null ? null : new Target { Milestone = milestone, Commitment = commitment, Conditions = conditions, Source = source };
    }

    private Commitment? Short(DocumentNode node, string path, MilestoneKind milestone)
    {
        if (_log.Text(node, path) is not { } text)
        {
            return null;
        }

        if (PolicyVocabulary.Untimed.TryGetValue(text, out var untimed))
        {
            return untimed;
        }

        var recurs = text.StartsWith(EveryPrefix, StringComparison.Ordinal);
        var amountNode = recurs ? new ScalarNode(node.At, text[EveryPrefix.Length..], true) : node;
        return CheckRecurrence(node, path, milestone, recurs)
            && CalendarOrDefault(null, node, path) is { } calendar
            && scope.Amount(amountNode, path, calendar) is { } amount
            ? Timed(recurs, new Timing { Amount = amount, Calendar = calendar, Start = DefaultStart(recurs) })
            : null;
    }

    private Commitment? Full(MapReader map, MilestoneKind milestone)
    {
        var kinds = new[] { "within", "every", "commitment" }.Where(map.Has).ToArray();
        if (kinds.Length != 1)
        {
            _log.Add(map.Node, map.Path, "target", "A target is exactly one of within, every and commitment.");
            foreach (var key in TimingKeys.Concat(kinds))
            {
                map.Optional(key);
            }

            return null;
        }

        if (kinds[0] == "commitment")
        {
            foreach (var key in TimingKeys.Where(map.Has))
            {
                _log.Add(map.Optional(key) ?? map.Node, map.PathOf(key), "target", $"A target without an amount has no {key}; leave it out.");
            }

            return _log.Choice(map.Required("commitment"), map.PathOf("commitment"), PolicyVocabulary.Untimed, out var untimed) ? untimed : null;
        }

        var recurs = kinds[0] == "every";
        var allowed = CheckRecurrence(map.Node, map.Path, milestone, recurs);
        var calendar = CalendarOrDefault(map.Optional("calendar"), map.Node, map.PathOf("calendar"));
        var amount = scope.Amount(map.Required(kinds[0]), map.PathOf(kinds[0]), calendar);
        var timing = TimingOf(map, amount ?? new Amount.CalendarDays(1), calendar ?? "?", recurs);
        return allowed && calendar is not null && amount is not null ? Timed(recurs, timing) : null;
    }

    private Timing TimingOf(MapReader map, Amount amount, string calendar, bool recurs)
    {
        _log.Choice(map.Optional("on_change"), map.PathOf("on_change"), PolicyVocabulary.ChangeRules, out var onChange);
        _log.Choice(map.Optional("on_reopen"), map.PathOf("on_reopen"), PolicyVocabulary.ReopenRules, out var onReopen);
        var timingParser = new TimingParser(scope);
        return new Timing
        {
            Amount = amount,
            Calendar = calendar,
            Start = timingParser.Start(map.Optional("start"), map.PathOf("start")) ?? DefaultStart(recurs),
            PausedBy = timingParser.Pauses(map.Optional("pauses"), map.PathOf("pauses")) ?? [],
            Lines = timingParser.Lines(map.Optional("lines"), map.PathOf("lines"), amount),
            OnChange = onChange,
            OnReopen = onReopen,
            MetByWorkaround = _log.Flag(map.Optional("met_by_workaround"), map.PathOf("met_by_workaround")) ?? false,
            Warnings = timingParser.Warnings(map.Optional("warnings"), map.PathOf("warnings")),
        };
    }

    private bool CheckRecurrence(DocumentNode node, string path, MilestoneKind milestone, bool recurs)
    {
        if (recurs == milestone is MilestoneKind.FollowUp or MilestoneKind.Update)
        {
            return true;
        }

        _log.Add(node, path, "recurrence", recurs
            ? $"{PolicyVocabulary.Milestones.WordFor(milestone)} happens once; give one amount without every."
            : $"{PolicyVocabulary.Milestones.WordFor(milestone)} recurs; write every before the amount.");
        return false;
    }

    private string? CalendarOrDefault(DocumentNode? calendar, DocumentNode target, string path)
    {
        if (calendar is not null)
        {
            return scope.Calendar(calendar, path);
        }

        if (defaultCalendar is null)
        {
            _log.Add(target, path, "no-calendar", "The target has no calendar and its plan gives none; name one.");
        }

        return defaultCalendar;
    }

    private ImmutableArray<TargetCondition> Conditions(DocumentNode? node, string path)
    {
        var conditions = new List<TargetCondition>();
        foreach (var item in _log.Items(node, path))
        {
            if (item is MapNode)
            {
                var map = MapReader.Open(item, path, _log)!;
                if (_log.Identifier(map.Required("confirmed_cause"), map.PathOf("confirmed_cause")) is { } cause)
                {
                    conditions.Add(new TargetCondition.ConfirmedCause(cause));
                }

                map.Close();
            }
            else if (_log.Choice(item, path, PolicyVocabulary.Conditions, out var condition))
            {
                conditions.Add(condition);
            }
        }

        return [.. conditions.Distinct()];
    }

    private static StartRule DefaultStart(bool recurs) => recurs ? new StartRule.At(StartEvent.AgentResponded) : StartRule.OnReceipt;

    private static Commitment Timed(bool recurs, Timing timing) => recurs ? new Commitment.Every(timing) : new Commitment.Within(timing);
}
