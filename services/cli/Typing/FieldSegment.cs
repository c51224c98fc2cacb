namespace SlaPlatform.Cli.Typing;

/// <summary>One part of a field's path: <c>readings[sev2-start]</c> has a name and a key.</summary>
internal readonly record struct FieldSegment(string Name, string? Key)
{
    public static FieldSegment[] Split(string path) => [.. path.Split('.').Select(Parse)];

    private static FieldSegment Parse(string text)
    {
        var at = text.IndexOf('[', StringComparison.Ordinal);
        return at > 0 && text.EndsWith(']') ? new(text[..at], text[(at + 1)..^1]) : new(text, null);
    }
}
