using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads what a policy states beside its plans: ladders, lines, exclusions, report requirements, refused regions, accepted findings.</summary>
internal sealed partial class ClauseParser(PolicyScope scope)
{
    private readonly ParseLog _log = scope.Log;

    public ImmutableSortedDictionary<string, EscalationLadder> Ladders(DocumentNode? node, string path)
    {
        var ladders = ImmutableSortedDictionary.CreateBuilder<string, EscalationLadder>(StringComparer.Ordinal);
        foreach (var (key, map) in Entries(node, path))
        {
            var levels = map.Required("levels");
            var texts = _log.Items(levels, map.PathOf("levels"), orOne: false).Select((item, index) => TextParser.Parse(_log, item, $"{map.PathOf("levels")}/{index + 1}")).ToImmutableArray();
            if (levels is not null && texts.Length is 0 or > 20)
            {
                _log.Add(levels!, map.PathOf("levels"), "ladder", $"The ladder has {texts.Length} levels; give 1 to 20.");
            }

            scope.Ladders.Add(key);
            ladders[key] = new EscalationLadder(key, texts, Source(map));
            map.Close();
        }

        return ladders.ToImmutable();
    }

    public ImmutableSortedDictionary<string, string> Lines(DocumentNode? node, string path)
    {
        var lines = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (MapReader.Open(node, path, _log) is not { } map)
        {
            return lines.ToImmutable();
        }

        foreach (var (key, _) in ((MapNode)map.Node).Entries)
        {
            scope.Lines.Add(key.Value);
            if (_log.Identifier(key, map.PathOf(key.Value)) is { } line && scope.Calendar(map.Optional(key.Value), map.PathOf(key.Value)) is { } calendar)
            {
                lines[line] = calendar;
            }
        }

        return lines.ToImmutable();
    }

    public ImmutableArray<Exclusion> Exclusions(DocumentNode? node, string path) =>
        [.. ItemsWithId.Read(_log, node, path, "clause").Select(item => Closing(item.Map, map => new Exclusion(
            item.Id, MilestoneSet.Parse(_log, map.Optional("exempts"), map.PathOf("exempts")), Text(map, "text"), Source(map))
        {
            PointedToBy = map.Optional("when") is { } when ? new ReportTestParser(_log).Parse(when, map.PathOf("when")) : [],
            DivertsTo = map.Optional("diverts_to") is { } to ? TextParser.Parse(_log, to, map.PathOf("diverts_to")) : null,
        }))];

    public ImmutableArray<ReportRequirement> ReportRequirements(DocumentNode? node, string path) =>
        [.. ItemsWithId.Read(_log, node, path, "field").Select(item => Closing(item.Map, map => Requirement(map, item.Id)))];

    public ImmutableArray<RefusedRegion> RefusedRegions(DocumentNode? node, string path)
    {
        var regions = new List<RefusedRegion>();
        foreach (var (item, index) in _log.Items(node, path, orOne: false).Select((item, index) => (item, index)))
        {
            if (MapReader.Open(item, $"{path}/{index + 1}", _log) is not { } map)
            {
                continue;
            }

            var region = _log.Text(map.Required("region"), map.PathOf("region")) ?? "ZZ";
            if (!RegionPattern().IsMatch(region))
            {
                _log.Add(item, map.PathOf("region"), "region", $"\"{Shorten.Text(region)}\" is not a region; write an ISO 3166-1 code such as JP.");
            }

            var url = _log.Text(map.Optional("url"), map.PathOf("url"), 500);
            if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            {
                _log.Add(item, map.PathOf("url"), "url", $"\"{Shorten.Text(url)}\" is not a web address; write it with https://.");
            }

            regions.Add(new RefusedRegion(region, Text(map, "reason"), url, Source(map)));
            map.Close();
        }

        return [.. regions];
    }

    public ImmutableArray<Acceptance> Accepts(DocumentNode? node, string path)
    {
        var accepts = new List<Acceptance>();
        foreach (var (item, index) in _log.Items(node, path, orOne: false).Select((item, index) => (item, index)))
        {
            if (MapReader.Open(item, $"{path}/{index + 1}", _log) is not { } map)
            {
                continue;
            }

            var rule = _log.Identifier(map.Required("rule"), map.PathOf("rule"));
            var at = _log.Text(map.Required("path"), map.PathOf("path"), 500);
            var reason = _log.Text(map.Required("reason"), map.PathOf("reason"));
            map.Close();
            if (rule is not null && at is not null && reason is not null)
            {
                accepts.Add(new Acceptance(rule, at, reason));
            }
        }

        return [.. accepts];
    }

    /// <summary>A requirement; what a reporter is asked for must be a field that a report has.</summary>
    private ReportRequirement Requirement(MapReader map, string field)
    {
        var assigned = _log.Flag(map.Optional("assigned_by_vendor"), map.PathOf("assigned_by_vendor")) ?? false;
        if (!assigned && ReportField.Find(field) is null)
        {
            _log.Add(map.Required("field") ?? map.Node, map.PathOf("field"), "unknown-name", $"A report has no field {field}; {Suggestion.For(field, ReportField.All.Select(known => known.Name))}");
        }

        return new ReportRequirement(field, Text(map, "text"), Source(map), assigned);
    }

    private static T Closing<T>(MapReader map, Func<MapReader, T> read)
    {
        var value = read(map);
        map.Close();
        return value;
    }

    private IEnumerable<(string Key, MapReader Map)> Entries(DocumentNode? node, string path)
    {
        if (MapReader.Open(node, path, _log) is not { } all)
        {
            yield break;
        }

        foreach (var (key, _) in ((MapNode)all.Node).Entries)
        {
            if (_log.Identifier(key, all.PathOf(key.Value)) is { } id && MapReader.Open(all.Optional(key.Value), all.PathOf(key.Value), _log) is { } map)
            {
                yield return (id, map);
            }
        }
    }

    private LocalizedText Text(MapReader map, string key) => TextParser.Parse(_log, map.Required(key), map.PathOf(key));

    private string Source(MapReader map) => _log.Text(map.Optional("source"), map.PathOf("source")) ?? "";

    [GeneratedRegex(@"\A[A-Z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RegionPattern();
}
