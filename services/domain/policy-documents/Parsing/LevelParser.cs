using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads a plan's targets and escalations by level or range of levels.</summary>
internal sealed class LevelParser(PolicyScope scope, string? defaultCalendar, string defaultSource)
{
    private readonly ParseLog _log = scope.Log;

    public (ImmutableSortedDictionary<int, ImmutableArray<Target>> Targets, ImmutableSortedDictionary<int, Escalation> Escalations) Parse(DocumentNode? node, string path)
    {
        var targets = ImmutableSortedDictionary.CreateBuilder<int, ImmutableArray<Target>>();
        var escalations = ImmutableSortedDictionary.CreateBuilder<int, Escalation>();
        if (node is MapNode all)
        {
            foreach (var (key, value) in all.Entries)
            {
                foreach (var level in scope.LevelRange(key, key.Value, $"{path}/{key.Value}"))
                {
                    var at = $"{path}/{level}";
                    if (targets.ContainsKey(level))
                    {
                        _log.Add(key, at, "duplicate", $"Level {level} has targets already; give each level once.");
                    }
                    else if (MapReader.Open(value, at, _log) is { } map)
                    {
                        targets[level] = Targets(map);
                        if (new EscalationParser(scope, defaultCalendar).Parse(map.Optional("escalation"), map.PathOf("escalation")) is { } escalation)
                        {
                            escalations[level] = escalation;
                        }

                        map.Close();
                    }
                }
            }
        }
        else
        {
            MapReader.Open(node, path, _log);
        }

        return (targets.ToImmutable(), escalations.ToImmutable());
    }

    /// <summary>The targets in the order of the milestones.</summary>
    private ImmutableArray<Target> Targets(MapReader map)
    {
        var parser = new TargetParser(scope, defaultCalendar, defaultSource);
        return [.. PolicyVocabulary.Milestones
            .OrderBy(milestone => milestone.Value)
            .Select(milestone => parser.Parse(map.Optional(milestone.Key), map.PathOf(milestone.Key), milestone.Value))
            .OfType<Target>()];
    }
}
