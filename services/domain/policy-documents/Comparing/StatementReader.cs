using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;

namespace SlaPlatform.PolicyDocuments.Comparing;

/// <summary>
/// Reads what a policy states out of its canonical form, which holds all of it: nothing that makes a difference there is overlooked, and what the format gains later is compared, too.
/// </summary>
internal sealed class StatementReader
{
    /// <summary>The form of <c>auto_close</c> where there is none.</summary>
    public const string Never = "never";

    /// <summary>Keys by which the items of a list name themselves.</summary>
    private static readonly string[] Identities = ["id", "plan", "level", "reading", "option", "clause", "field", "region"];

    private static readonly ImmutableHashSet<string> ListsOfThings =
        ["plans", "features", "readings", "options", "rules", "levels", "exclusions", "report_requires", "refused_regions", "provisions"];

    /// <summary>Maps whose keys are ids.</summary>
    private static readonly ImmutableHashSet<string> MapsOfThings = ["calendars", "ladders"];

    private static readonly ImmutableHashSet<string> MapsOfIds = ["lines", "values", "cells", "targets"];

    /// <summary>Keys of a map that stand for it: what else it holds is stated below.</summary>
    private static readonly ImmutableSortedDictionary<string, string> Heads =
        new Dictionary<string, string> { ["auto_close"] = "after", ["escalation"] = "ladder" }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Keys of a feature's value beside what is shown of it.</summary>
    private static readonly string[] FeatureDetails = ["step", "day_length", "carries_over"];

    private readonly Policy _policy;
    private readonly ImmutableArray<PolicyStatement>.Builder _found = ImmutableArray.CreateBuilder<PolicyStatement>();

    private StatementReader(Policy policy) => _policy = policy;

    public static ImmutableArray<PolicyStatement> Read(Policy policy)
    {
        using var document = JsonDocument.Parse(PolicyWriter.Write(policy).AsMemory());
        var reader = new StatementReader(policy);
        reader.Map(document.RootElement, []);
        return reader._found.ToImmutable();
    }

    private void Map(JsonElement map, ImmutableArray<PathStep> path)
    {
        var (areThings, areIds) = path is [.., { IsId: false, Text: var key }] ? (MapsOfThings.Contains(key), MapsOfIds.Contains(key)) : (false, false);
        foreach (var (name, value) in map.EnumerateObject().Select(property => (property.Name, property.Value)))
        {
            var at = path.Add(new PathStep(name, areThings || areIds || IsRowOfMatrix(path)));
            if (areThings)
            {
                Add(at, new StatedValue.Thing(LocalizedText.Of(name)));
            }

            Value(value, at);
        }
    }

    private void Value(JsonElement value, ImmutableArray<PathStep> path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when path is [{ Text: "plans" }, { Text: var plan }, { Text: "targets" }, { Text: var level }, { Text: var milestone }] && PolicyVocabulary.Milestones.TryGetValue(milestone, out var kind):
                Add(path, new StatedValue.Promised(_policy.FindPlan(plan)!.FindTarget(int.Parse(level, CultureInfo.InvariantCulture), kind)!.Commitment));
                Below(value, path, "commitment", "within", "every");
                break;
            case JsonValueKind.Object when path is [{ Text: "plans" }, { Text: var plan }, { Text: "features" }]:
                Features(value, path, _policy.FindPlan(plan)!);
                break;
            case JsonValueKind.Object when Heads.TryGetValue(path[^1].Text, out var head):
                Add(path, new StatedValue.Code(Form(value.GetProperty(head))));
                Below(value, path, head);
                break;
            case JsonValueKind.Object when IsText(value, path):
                Add(path, new StatedValue.Text(TextOf(value)));
                break;
            case JsonValueKind.Object when path[^1] is { IsId: true } or { Text: not ("start" or "windows") }:
                Map(value, path);
                break;
            case JsonValueKind.Array when ListsOfThings.Contains(path[^1].Text) && value.EnumerateArray().All(item => IdentityOf(item) is not null):
                Things(value, path);
                break;
            case JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object && IsText(item, path)) && value.GetArrayLength() > 0:
                Texts(value, path);
                break;
            default:
                Add(path, new StatedValue.Code(Form(value)));
                break;
        }
    }

    private void Below(JsonElement map, ImmutableArray<PathStep> path, params ReadOnlySpan<string> without)
    {
        foreach (var property in map.EnumerateObject())
        {
            if (!without.Contains(property.Name))
            {
                Value(property.Value, path.Add(new PathStep(property.Name, IsId: false)));
            }
        }
    }

    private void Things(JsonElement list, ImmutableArray<PathStep> path)
    {
        var ids = list.EnumerateArray().Select(item => Form(item.GetProperty(IdentityOf(item)!))).ToImmutableArray();
        Add(path, new StatedValue.Order(ids));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (item, id) in list.EnumerateArray().Zip(ids))
        {
            var times = seen[id] = seen.GetValueOrDefault(id) + 1;
            var at = path.Add(new PathStep(times == 1 ? id : $"{id}~{times}", IsId: true));
            Add(at, new StatedValue.Thing(NameOf(item) ?? LocalizedText.Of(id)));
            Below(item, at, IdentityOf(item)!);
        }
    }

    private void Texts(JsonElement list, ImmutableArray<PathStep> path)
    {
        foreach (var (text, index) in list.EnumerateArray().Select((text, index) => (text, index)))
        {
            Add(path.Add(new PathStep($"{index + 1}", IsId: true)), new StatedValue.Text(TextOf(text)));
        }
    }

    private void Features(JsonElement features, ImmutableArray<PathStep> path, Plan plan)
    {
        foreach (var feature in features.EnumerateObject())
        {
            var at = path.Add(new PathStep(feature.Name, IsId: true));
            var value = plan.Features[feature.Name];
            Add(at, new StatedValue.Offered(value is FeatureValue.Allowance allowance ? allowance with { Step = null, DayLength = null, CarriesOver = false } : value));
            foreach (var detail in FeatureDetails)
            {
                if (feature.Value.ValueKind == JsonValueKind.Object && feature.Value.TryGetProperty(detail, out var stated))
                {
                    Add(at.Add(new PathStep(detail, IsId: false)), new StatedValue.Code(Form(stated)));
                }
            }
        }
    }

    private void Add(ImmutableArray<PathStep> path, StatedValue value) => _found.Add(new PolicyStatement(path, value));

    private static bool IsRowOfMatrix(ImmutableArray<PathStep> path) => path is [.., { Text: "cells", IsId: false }, { IsId: true }];

    private static bool IsText(JsonElement map, ImmutableArray<PathStep> path) => path is not [.., { IsId: false, Text: "values" or "lines" }] && map.TryGetProperty(LocalizedText.Default, out var english) && english.ValueKind == JsonValueKind.String;

    private static LocalizedText TextOf(JsonElement map) =>
        new(map.EnumerateObject().ToImmutableSortedDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal));

    private static string? IdentityOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object ? Identities.FirstOrDefault(key => item.TryGetProperty(key, out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number) : null;

    private static LocalizedText? NameOf(JsonElement item)
    {
        foreach (var key in new[] { "title", "name", "text", "reason" })
        {
            if (item.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.Object)
            {
                return TextOf(text);
            }
        }

        return null;
    }

    private static string Form(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Form)),
        JsonValueKind.Object => string.Join(' ', value.EnumerateObject().Select(property => $"{property.Name} {Form(property.Value)}")),
        _ => value.GetRawText(),
    };
}
