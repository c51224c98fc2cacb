using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads what a plan page lists and what each plan has of it.</summary>
internal sealed class FeatureParser(PolicyScope scope)
{
    private const decimal MostAmount = 1_000_000m;
    private readonly ParseLog _log = scope.Log;

    public ImmutableArray<Feature> Features(DocumentNode? node, string path)
    {
        var features = new List<Feature>();
        foreach (var (map, id) in ItemsWithId.Read(_log, node, path, "id"))
        {
            scope.Features.Add(id);
            features.Add(new Feature(
                id,
                TextParser.Parse(_log, map.Required("name"), map.PathOf("name")),
                _log.Text(map.Optional("source"), map.PathOf("source")) ?? ""));
            map.Close();
        }

        return [.. features];
    }

    public ImmutableSortedDictionary<string, FeatureValue> Values(DocumentNode? node, string path)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, FeatureValue>(StringComparer.Ordinal);
        if (MapReader.Open(node, path, _log) is not { } map)
        {
            return values.ToImmutable();
        }

        foreach (var (key, _) in ((MapNode)map.Node).Entries)
        {
            var feature = scope.Known(key, map.PathOf(key.Value), "feature", scope.Features);
            if (Value(map.Optional(key.Value), map.PathOf(key.Value)) is { } value && feature is not null)
            {
                if (value is FeatureValue.Availability && values.FirstOrDefault(other => other.Value is FeatureValue.Availability).Key is { } first)
                {
                    _log.Add(key, map.PathOf(key.Value), "duplicate", $"The plan guarantees availability under {first} already; it has one guarantee.");
                }

                values[feature] = value;
            }
        }

        return values.ToImmutable();
    }

    private FeatureValue? Value(DocumentNode? node, string path)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not MapNode)
        {
            return node is ScalarNode { Value: "true" or "false" } flag
                ? new FeatureValue.Flag(flag.Value == "true")
                : _log.Whole(node, path, 0, int.MaxValue) is { } count ? new FeatureValue.Quantity(count) : null;
        }

        var map = MapReader.Open(node, path, _log)!;
        FeatureValue? value = map.Has("text") ? new FeatureValue.Worded(TextParser.Parse(_log, map.Required("text"), map.PathOf("text")))
            : map.Has("guarantee") ? Availability(map)
            : Allowance(map);
        map.Close();
        return value;
    }

    private FeatureValue.Availability? Availability(MapReader map)
    {
        var promised = map.Required("guarantee");
        var guarantee = _log.Number(promised, map.PathOf("guarantee"), 100);
        if (guarantee == 0)
        {
            _log.Add(promised!, map.PathOf("guarantee"), "number", "A guarantee of 0 % guarantees nothing; give more, or leave the feature out.");
        }

        var credit = _log.Number(map.Required("credit"), map.PathOf("credit"), 100);
        var known = _log.Choice(map.Required("per"), map.PathOf("per"), PolicyVocabulary.Periods, out var per);
        return guarantee is { } percent && credit is { } back && known ? new FeatureValue.Availability(percent, per, back) : null;
    }

    private FeatureValue.Allowance? Allowance(MapReader map)
    {
        var amount = _log.Number(map.Required("amount"), map.PathOf("amount"), MostAmount);
        var unit = _log.Identifier(map.Required("unit"), map.PathOf("unit"));
        var known = _log.Choice(map.Required("per"), map.PathOf("per"), PolicyVocabulary.Periods, out var per);
        var step = _log.Number(map.Optional("step"), map.PathOf("step"), MostAmount);
        var day = scope.Duration(map.Optional("day_length"), map.PathOf("day_length"));
        var carriesOver = _log.Flag(map.Optional("carries_over"), map.PathOf("carries_over")) ?? false;
        if (step == 0)
        {
            _log.Add(map.Optional("step")!, map.PathOf("step"), "number", "A step of zero books nothing; give more.");
        }

        return amount is { } granted && unit is not null && known
            ? new FeatureValue.Allowance { Amount = granted, Unit = unit, Per = per, Step = step, DayLength = day, CarriesOver = carriesOver }
            : null;
    }
}
