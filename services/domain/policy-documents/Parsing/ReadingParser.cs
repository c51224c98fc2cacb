using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads the named readings and what each replaces.</summary>
internal sealed class ReadingParser(PolicyScope scope)
{
    private readonly ParseLog _log = scope.Log;

    public ImmutableArray<Reading> Parse(DocumentNode? node, string path)
    {
        var readings = new List<Reading>();
        foreach (var (map, id) in ItemsWithId.Read(_log, node, path, "reading", DocumentLimits.Readings))
        {
            var standing = _log.Identifier(map.Required("default"), map.PathOf("default")) ?? "?";
            var options = map.Required("options");
            var reading = new Reading(
                id,
                TextParser.Parse(_log, map.Required("title"), map.PathOf("title")),
                standing,
                [.. ItemsWithId.Read(_log, options, map.PathOf("options"), "option", DocumentLimits.Options).Select(option => Option(option.Map, option.Id))]);
            if (reading.Options.Any(option => option.Name == standing))
            {
                _log.Add(options!, map.PathOf("options"), "duplicate", $"The default {standing} is what the targets say; it needs no option.");
            }

            readings.Add(reading);
            map.Close();
        }

        var patches = readings.Sum(reading => reading.Options.Sum(option => option.Patches.Length));
        if (patches > DocumentLimits.Patches)
        {
            _log.AddUnlessStored(node!, path, "too-many", $"Their options have {patches} patches together; give at most {DocumentLimits.Patches}.");
        }

        return [.. readings];
    }

    private ReadingOption Option(MapReader map, string name)
    {
        var title = TextParser.Parse(_log, map.Required("title"), map.PathOf("title"));
        var patches = map.Optional("patches");
        SeverityRuling? ruling = map.Optional("ruling") is { } node && _log.Choice(node, map.PathOf("ruling"), PolicyVocabulary.Rulings, out var ruled) ? ruled : null;
        var option = new ReadingOption(
            name,
            title,
            [.. _log.Items(patches, map.PathOf("patches"), orOne: false).Select((item, index) => Patch(item, $"{map.PathOf("patches")}/{index + 1}")).OfType<TargetPatch>()],
            ruling);
        if (option.Patches.IsEmpty && ruling is null)
        {
            _log.Add(map.Node, map.Path, "empty", "The option replaces nothing; give patches or a ruling.");
        }

        map.Close();
        return option;
    }

    private TargetPatch? Patch(DocumentNode node, string path)
    {
        if (MapReader.Open(node, path, _log) is not { } map)
        {
            return null;
        }

        var timing = new TimingParser(scope);
        var plans = map.PathOf("plans");
        var levels = map.PathOf("levels");
        var patch = new TargetPatch
        {
            Plans = _log.Items(map.Optional("plans"), plans).Select(item => scope.Known(item, plans, "plan", scope.Plans)).OfType<string>().ToImmutableSortedSet(StringComparer.Ordinal),
            Levels = [.. _log.Items(map.Optional("levels"), levels).SelectMany(item => _log.Text(item, levels) is { } text ? scope.LevelRange(item, text, levels) : [])],
            Milestones = MilestoneSet.Parse(_log, map.Optional("milestones"), map.PathOf("milestones")),
            Calendar = map.Has("calendar") ? scope.Calendar(map.Required("calendar"), map.PathOf("calendar")) : null,
            Start = timing.Start(map.Optional("start"), map.PathOf("start")),
            PausedBy = timing.Pauses(map.Optional("pauses"), map.PathOf("pauses")),
        };
        if (!map.Has("calendar") && !map.Has("start") && !map.Has("pauses"))
        {
            _log.Add(node, path, "empty", "The patch replaces nothing; give a calendar, a start or pauses.");
        }

        map.Close();
        return patch;
    }
}
