using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace SlaPlatform.PolicyDocuments.Yaml;

/// <summary>Reads single values; each answers null after noting why it cannot.</summary>
internal static partial class ScalarReader
{
    public static string? Text(this ParseLog log, DocumentNode? node, string path, int most = DocumentLimits.TextLength)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not ScalarNode { IsNull: false } scalar)
        {
            log.Add(node, path, "type", $"Here is {node.Kind} where a text belongs.");
            return null;
        }

        var value = scalar.Value.Trim();
        if (value.Length == 0 || value.Length > most)
        {
            log.Add(node, path, "length", $"The text has {value.Length} characters; give 1 to {most}.");
            return null;
        }

        return value;
    }

    /// <summary>A name that other parts refer to.</summary>
    public static string? Identifier(this ParseLog log, DocumentNode? node, string path)
    {
        if (log.Text(node, path) is not { } text)
        {
            return null;
        }

        if (IdentifierPattern().IsMatch(text))
        {
            return text;
        }

        log.Add(node!, path, "identifier", $"\"{Shorten.Text(text)}\" is not an id; use up to 63 lower-case letters, digits, hyphens and underscores.");
        return null;
    }

    public static bool? Flag(this ParseLog log, DocumentNode? node, string path) =>
        log.Choice(node, path, Flags, out var flag) ? flag : null;

    public static int? Whole(this ParseLog log, DocumentNode? node, string path, int least, int most)
    {
        if (log.Text(node, path) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        log.Add(node!, path, "number", $"\"{Shorten.Text(text)}\" is not a whole number from {least} to {most}.");
        return null;
    }

    public static decimal? Number(this ParseLog log, DocumentNode? node, string path, decimal most)
    {
        if (log.Text(node, path) is not { } text)
        {
            return null;
        }

        if (DecimalPattern().IsMatch(text) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most)
        {
            return number;
        }

        log.Add(node!, path, "number", string.Create(CultureInfo.InvariantCulture, $"\"{Shorten.Text(text)}\" is not a number from 0 to {most} with at most six decimals."));
        return null;
    }

    public static LocalDate? Date(this ParseLog log, DocumentNode? node, string path)
    {
        if (log.Text(node, path) is not { } text)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1900 and < 2200 } date })
        {
            return date;
        }

        log.Add(node!, path, "date", $"\"{Shorten.Text(text)}\" is not a date of the years 1900 to 2199; write it as 2026-12-31.");
        return null;
    }

    /// <summary>One of a closed set of words.</summary>
    public static bool Choice<T>(this ParseLog log, DocumentNode? node, string path, IReadOnlyDictionary<string, T> words, out T value)
    {
        value = default!;
        if (log.Text(node, path) is not { } text)
        {
            return false;
        }

        if (words.TryGetValue(text, out var found))
        {
            value = found;
            return true;
        }

        log.Add(node!, path, "choice", $"\"{Shorten.Text(text)}\" is not a choice here; {Suggestion.For(text, words.Keys)}");
        return false;
    }

    /// <summary>The items of a list; a single value stands for a list of one.</summary>
    public static IReadOnlyList<DocumentNode> Items(this ParseLog log, DocumentNode? node, string path, bool orOne = true)
    {
        switch (node)
        {
            case null:
                return [];
            case ListNode list:
                return list.Items;
            case { } one when orOne && one is ScalarNode:
                return [one];
            default:
                log.Add(node, path, "type", $"Here is {node.Kind} where a list belongs.");
                return [];
        }
    }

    private static readonly Dictionary<string, bool> Flags = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdentifierPattern();

    [GeneratedRegex(@"\A[0-9]{1,12}(\.[0-9]{1,6})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalPattern();
}
