using System.Text.Json;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>A golden vector; see tests/vectors/README.md.</summary>
internal sealed record Vector(string File, JsonElement Json)
{
    public string Name => Text("name");

    public static IEnumerable<Vector> All() =>
        from file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "vectors"), "*.json").Order(StringComparer.Ordinal)
        from vector in JsonDocument.Parse(System.IO.File.ReadAllText(file)).RootElement.GetProperty("vectors").EnumerateArray()
        select new Vector(Path.GetFileNameWithoutExtension(file), vector);

    public string Text(string key) => Json.GetProperty(key).GetString()!;

    public bool? Flag(string key) => Json.TryGetProperty(key, out var flag) ? flag.GetBoolean() : null;

    public IEnumerable<JsonElement> Facts => Json.GetProperty("facts").EnumerateArray();

    public JsonElement Expected => Json.GetProperty("expect");
}
