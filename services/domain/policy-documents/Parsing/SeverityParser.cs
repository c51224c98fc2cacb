using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads the severity scale, its matrix and the rules of triage.</summary>
internal sealed class SeverityParser(PolicyScope scope)
{
    private const int MostLabelCharacters = 50;
    private const int MostLevels = 9;
    private readonly ParseLog _log = scope.Log;

    public SeverityScheme? Parse(DocumentNode? node, string path)
    {
        if (MapReader.Open(node, path, _log) is not { } map)
        {
            return null;
        }

        scope.Levels = Levels(map.Required("levels"), map.PathOf("levels"));
        _log.Choice(map.Required("ruling"), map.PathOf("ruling"), PolicyVocabulary.Rulings, out var ruling);
        var scheme = new SeverityScheme
        {
            Ruling = ruling,
            ChangeNeedsAgreement = _log.Flag(map.Optional("change_needs_agreement"), map.PathOf("change_needs_agreement")) ?? false,
            Levels = scope.Levels,
            Rules = Rules(map.Optional("rules"), map.PathOf("rules")),
            Matrix = Matrix(map.Optional("matrix"), map.PathOf("matrix")),
            DefaultLevel = _log.Whole(map.Optional("default_level"), map.PathOf("default_level"), 1, Math.Max(1, scope.Levels.Length)),
        };
        map.Close();
        return scheme;
    }

    private ImmutableArray<SeverityLevel> Levels(DocumentNode? node, string path)
    {
        var levels = ImmutableArray.CreateBuilder<SeverityLevel>();
        foreach (var item in _log.Items(node, path, orOne: false))
        {
            var number = levels.Count + 1;
            if (MapReader.Open(item, $"{path}/{number}", _log) is not { } map)
            {
                continue;
            }

            var stated = map.Required("level");
            if (_log.Whole(stated, map.PathOf("level"), 1, MostLevels) is { } level && level != number)
            {
                _log.Add(stated!, map.PathOf("level"), "level-order", $"This is level {level} where level {number} is expected; number the levels from 1, gravest first.");
            }

            var labels = Label(map);
            var label = labels.English;
            if (levels.Any(other => other.Label == label))
            {
                _log.Add(item, map.PathOf("label"), "duplicate", $"The label {label} is given twice; levels need labels of their own.");
            }

            levels.Add(new SeverityLevel(
                number,
                label,
                TextParser.Parse(_log, map.Required("name"), map.PathOf("name")),
                TextParser.Parse(_log, map.Required("definition"), map.PathOf("definition")),
                _log.Text(map.Optional("source"), map.PathOf("source")) ?? "")
            {
                Labels = labels,
            });
            map.Close();
        }

        if (node is not null && levels.Count is 0 or > MostLevels)
        {
            _log.Add(node!, path, "levels", $"There are {levels.Count} levels; give 1 to {MostLevels}.");
        }

        return levels.ToImmutable();
    }

    private LocalizedText Label(MapReader map)
    {
        var node = map.Required("label");
        var label = TextParser.Parse(_log, node, map.PathOf("label"));
        if (label.Translations.Values.Any(text => text.Length > MostLabelCharacters))
        {
            _log.Add(node!, map.PathOf("label"), "too-long", $"A label has at most {MostLabelCharacters} characters; shorten it.");
        }

        return label;
    }

    private ImmutableArray<SeverityRule> Rules(DocumentNode? node, string path)
    {
        var rules = new List<SeverityRule>();
        foreach (var (map, id) in ItemsWithId.Read(_log, node, path, "id"))
        {
            var level = map.Required("level");
            var range = level is null || _log.Text(level, map.PathOf("level")) is not { } text ? [] : scope.LevelRange(level, text, map.PathOf("level"));
            if (range.Length > 1)
            {
                _log.Add(level!, map.PathOf("level"), "level", "A rule proposes one level; give one.");
            }

            rules.Add(new SeverityRule(
                id,
                range.FirstOrDefault(1),
                new ReportTestParser(_log).Parse(map.Required("when"), map.PathOf("when")),
                TextParser.Parse(_log, map.Required("text"), map.PathOf("text")),
                _log.Text(map.Optional("source"), map.PathOf("source")) ?? ""));
            map.Close();
        }

        return [.. rules];
    }

    private SeverityMatrix? Matrix(DocumentNode? node, string path)
    {
        if (MapReader.Open(node, path, _log) is not { } map)
        {
            return null;
        }

        var cells = ImmutableSortedDictionary.CreateBuilder<(string, string), int>();
        if (MapReader.Open(map.Required("cells"), map.PathOf("cells"), _log) is { } rows)
        {
            foreach (var urgency in PolicyVocabulary.Priorities.Keys)
            {
                if (MapReader.Open(rows.Required(urgency), rows.PathOf(urgency), _log) is not { } row)
                {
                    continue;
                }

                foreach (var impact in PolicyVocabulary.Priorities.Keys)
                {
                    if (_log.Whole(row.Required(impact), row.PathOf(impact), 1, Math.Max(1, scope.Levels.Length)) is { } level)
                    {
                        cells[(urgency, impact)] = level;
                    }
                }

                row.Close();
            }

            rows.Close();
        }

        var matrix = new SeverityMatrix(cells.ToImmutable(), _log.Text(map.Optional("source"), map.PathOf("source")) ?? "");
        map.Close();
        return matrix;
    }
}
