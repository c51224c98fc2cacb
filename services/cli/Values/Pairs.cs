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

    public static IEnumerable<KeyValuePair<string, string>> ParseAll(string field, IEnumerable<string>? texts) =>
        (texts ?? []).Select(text => Parse(field, text));
}
