using System.Text.Json;
using System.Text.RegularExpressions;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>Checks JSON against the part of JSON Schema that policy.schema.json uses; an unknown keyword is an error.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description", "examples", "format"];

    public IEnumerable<string> Faults(JsonElement value) => Faults(root, value, "$");

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at) =>
        schema.EnumerateObject().Where(keyword => !Annotations.Contains(keyword.Name)).SelectMany(keyword => Faults(schema, keyword, value, at));

    private IEnumerable<string> Faults(JsonElement schema, JsonProperty keyword, JsonElement value, string at)
    {
        var rule = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => Faults(root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), value, at),
            "anyOf" => When(rule.EnumerateArray().All(option => Faults(option, value, at).Any()), $"{at}: {value.GetRawText()} fits no choice"),
            "oneOf" => When(rule.EnumerateArray().Count(option => !Faults(option, value, at).Any()) != 1, $"{at}: not exactly one choice"),
            "type" => When(!(rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().ToArray() : [rule]).Any(type => Is(value, type.GetString()!)), $"{at}: not of type {rule}"),
            "enum" => When(!rule.EnumerateArray().Any(option => option.GetRawText() == value.GetRawText()), $"{at}: {value} is not in {rule}"),
            "const" => When(rule.GetRawText() != value.GetRawText(), $"{at}: {value} is not {rule}"),
            "pattern" => When(value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, rule.GetString()!), $"{at}: {value} does not match {rule}"),
            "minLength" => When(value.ValueKind == JsonValueKind.String && value.GetString()!.Length < rule.GetInt32(), $"{at}: too short"),
            "maxLength" => When(value.ValueKind == JsonValueKind.String && value.GetString()!.Length > rule.GetInt32(), $"{at}: too long"),
            "minimum" => When(value.ValueKind == JsonValueKind.Number && value.GetDecimal() < rule.GetDecimal(), $"{at}: too small"),
            "exclusiveMinimum" => When(value.ValueKind == JsonValueKind.Number && value.GetDecimal() <= rule.GetDecimal(), $"{at}: too small"),
            "maximum" => When(value.ValueKind == JsonValueKind.Number && value.GetDecimal() > rule.GetDecimal(), $"{at}: too large"),
            "minItems" => When(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < rule.GetInt32(), $"{at}: too few"),
            "maxItems" => When(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > rule.GetInt32(), $"{at}: too many"),
            "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, index) => Faults(rule, item, $"{at}[{index}]")) : [],
            "properties" => Members(value).Where(member => rule.TryGetProperty(member.Name, out _)).SelectMany(member => Faults(rule.GetProperty(member.Name), member.Value, $"{at}.{member.Name}")),
            "required" => value.ValueKind == JsonValueKind.Object ? rule.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}: {name} is missing") : [],
            "minProperties" => When(value.ValueKind == JsonValueKind.Object && Members(value).Count() < rule.GetInt32(), $"{at}: too few keys"),
            "propertyNames" => Members(value).SelectMany(member => Faults(rule, JsonSerializer.SerializeToElement(member.Name), $"{at}.{member.Name}")),
            "additionalProperties" => Members(value)
                .Where(member => !(schema.TryGetProperty("properties", out var known) && known.TryGetProperty(member.Name, out _)))
                .SelectMany(member => rule.ValueKind == JsonValueKind.False ? [$"{at}: {member.Name} is unknown"] : Faults(rule, member.Value, $"{at}.{member.Name}")),
            _ => throw new NotSupportedException($"The check does not know the keyword {keyword.Name}."),
        };
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default;

    private static IEnumerable<string> When(bool wrong, string fault) => wrong ? [fault] : [];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => value.ValueKind == JsonValueKind.Number,
    };
}
