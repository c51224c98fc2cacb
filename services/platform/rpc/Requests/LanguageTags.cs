using System.Globalization;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Requests;

/// <summary>Language tags (BCP 47) as far as they choose a text: letters, digits and hyphens.</summary>
internal static class LanguageTags
{
    public const string English = "en";

    private const int MostAccepted = 20;

    /// <summary>The languages that the services have words in.</summary>
    private static readonly string[] Spoken = [English, "fr", "it", "zh"];

    public static bool IsTag(string text) =>
        text.Length is >= 2 and <= Limits.LanguageCharacters && char.IsAsciiLetter(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    public static string Read(RequestChecks checks, string field, string tag)
    {
        if (IsTag(tag))
        {
            return Spelt(tag);
        }

        var isTooLong = tag.Length > Limits.LanguageCharacters;
        checks.Add(
            isTooLong ? ErrorReason.TextTooLong : ErrorReason.InvalidFormat,
            field,
            $"It is not a language tag; give one such as en, fr, it or zh-Hans, of at most {Limits.LanguageCharacters} characters.",
            isTooLong ? Limits.LanguageCharacters : null);
        return English;
    }

    /// <summary>
    /// What an <c>accept-language</c> list prefers (RFC 9110, 12.5.4): of the languages that are spoken the one with the greatest weight, else the one with the greatest weight, which a document
    /// may have texts in; English for a list without any. What is no tag, or has the weight 0, is passed over.
    /// </summary>
    public static string Accepted(string list)
    {
        var wanted = list.Split(',', MostAccepted + 1).Take(MostAccepted).Select(Weighed).Where(entry => entry.Weight > 0 && IsTag(entry.Tag)).OrderByDescending(entry => entry.Weight).Select(entry => Spelt(entry.Tag)).ToArray();
        return wanted.FirstOrDefault(tag => Spoken.Contains(tag.Split('-')[0])) ?? wanted.FirstOrDefault() ?? English;
    }

    private static (string Tag, double Weight) Weighed(string entry)
    {
        var parts = entry.Split(';', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 1 ? (parts[0], 1)
            : parts[1].StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(parts[1][2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? (parts[0], weight)
            : (parts[0], 0);
    }

    // Tags mean the same in any case; texts are found by the language in lower case.
    private static string Spelt(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is var dash && dash < 0 ? tag.ToLowerInvariant() : tag[..dash].ToLowerInvariant() + tag[dash..];
}
