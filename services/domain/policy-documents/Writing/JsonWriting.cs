using System.Globalization;
using System.Text.Json;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Writing;

/// <summary>Short forms of what the canonical writers write most.</summary>
internal static class JsonWriting
{
    public static void Object(this Utf8JsonWriter json, string? name, Action write)
    {
        Start(json, name);
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    public static void List<T>(this Utf8JsonWriter json, string? name, IEnumerable<T> items, Action<T> write)
    {
        Start(json, name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    public static void Words(this Utf8JsonWriter json, string name, IEnumerable<string> words) => json.List(name, words, json.WriteStringValue);

    public static void ReportTests(this Utf8JsonWriter json, string name, IEnumerable<ReportTest> tests) => json.Object(name, () =>
    {
        foreach (var test in tests)
        {
            json.Words(test.Field, test.AnyOf);
        }
    });

    public static void Text(this Utf8JsonWriter json, string? name, LocalizedText text) => json.Object(name, () =>
    {
        foreach (var (language, words) in text.Translations)
        {
            json.WriteString(language, words);
        }
    });

    public static void Source(this Utf8JsonWriter json, string source)
    {
        if (source.Length > 0)
        {
            json.WriteString("source", source);
        }
    }

    /// <summary>A decimal without trailing zeros, so that 10 and 10.0 are the same.</summary>
    public static void Decimal(this Utf8JsonWriter json, string name, decimal value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString("0.######", CultureInfo.InvariantCulture));
    }

    private static void Start(Utf8JsonWriter json, string? name)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }
    }
}
