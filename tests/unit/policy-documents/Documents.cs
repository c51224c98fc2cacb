using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>The documents that the product ships.</summary>
internal static class Documents
{
    public static string[] Ids { get; } = ["domo", "collibra", "zmanda", "xtm", "demo"];

    public static string Text(string id) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", $"{id}.yaml"));

    public static ParsedPolicy Parsed(string id)
    {
        var parsed = PolicyDocument.Parse(Text(id));
        Assert.Empty(parsed.Problems);
        return parsed;
    }

    public static Policy Policy(string id) => Parsed(id).Policy!;
}
