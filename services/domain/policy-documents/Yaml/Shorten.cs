namespace SlaPlatform.PolicyDocuments.Yaml;

/// <summary>Keeps quoted input short in messages.</summary>
internal static class Shorten
{
    private const int Most = 60;

    public static string Text(string text) => text.Length <= Most ? text : string.Concat(text.AsSpan(0, Most), "...");
}
