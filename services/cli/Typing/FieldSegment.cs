using System.Text.RegularExpressions;

namespace SlaPlatform.Cli.Typing;

/// <summary>One part of a field's path: <c>readings[sev2-start]</c> has a name and a key. A dot within a key parts nothing.</summary>
internal readonly partial record struct FieldSegment(string Name, string? Key)
{
    public static FieldSegment[] Split(string path) => [.. Dots().Split(path).Select(Parse)];

    private static FieldSegment Parse(string text)
    {
        var at = text.IndexOf('[', StringComparison.Ordinal);
        return at > 0 && text.EndsWith(']') ? new(text[..at], text[(at + 1)..^1]) : new(text, null);
    }

    // A key ends with the last bracket before a dot or the end.
    [GeneratedRegex(@"\.(?![^\[]*\](?:\.|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Dots();
}
