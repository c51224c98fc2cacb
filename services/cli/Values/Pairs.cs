using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Values;

/// <summary>Options of the form <c>key=value</c>.</summary>
internal static class Pairs
{
    public static KeyValuePair<string, string> Parse(string field, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? new(text[..at].Trim(), text[(at + 1)..].Trim())
            : throw new UsageException(field, $"'{text}' is not of the form key=value.", "Write the key, an equals sign and the value, without blanks or in quotes.");
    }

    /// <summary>Parses all of them; a key that is given twice is refused, for one of the two values would be lost.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ParseAll(string field, IEnumerable<string>? texts)
    {
        var pairs = (texts ?? []).Select(text => Parse(field, text)).ToList();
        return pairs.GroupBy(pair => pair.Key.Replace('-', '_'), StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any()) is { } twice
            ? throw new UsageException(field, $"'{twice.Key}' is given more than once ({string.Join(", ", twice.Select(pair => pair.Value))}).", "Give it once.")
            : pairs;
    }
}
