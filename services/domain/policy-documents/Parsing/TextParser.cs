using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads texts in several languages; a plain text is English.</summary>
internal static partial class TextParser
{
    private static readonly LocalizedText Missing = LocalizedText.Of("?");

    /// <summary>The text; a placeholder after a problem was noted.</summary>
    public static LocalizedText Parse(ParseLog log, DocumentNode? node, string path)
    {
        if (node is null)
        {
            return Missing;
        }

        if (node is not MapNode map)
        {
            return log.Text(node, path) is { } english ? LocalizedText.Of(english) : Missing;
        }

        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (!LanguagePattern().IsMatch(key.Value))
            {
                log.Add(key, path, "language", $"\"{Shorten.Text(key.Value)}\" is not a language tag; write for example en, fr, it or zh.");
            }
            else if (log.Text(value, $"{path}/{key.Value}") is { } text)
            {
                texts[key.Value] = text;
            }
        }

        if (texts.ContainsKey(LocalizedText.Default))
        {
            return new LocalizedText(texts.ToImmutable());
        }

        log.Add(node, path, "no-english", "The text has no English form (en); add it.");
        return Missing;
    }

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguagePattern();
}
