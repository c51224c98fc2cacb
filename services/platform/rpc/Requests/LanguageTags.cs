using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Requests;

/// <summary>Language tags (BCP 47) as far as they choose a text: letters, digits and hyphens.</summary>
internal static class LanguageTags
{
    public const string English = "en";

    public static bool IsTag(string text) =>
        text.Length is >= 2 and <= Limits.LanguageCharacters && char.IsAsciiLetter(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    public static string Read(RequestChecks checks, string field, string tag)
    {
        if (IsTag(tag))
        {
            return tag;
        }

        var isTooLong = tag.Length > Limits.LanguageCharacters;
        checks.Add(
            isTooLong ? ErrorReason.TextTooLong : ErrorReason.InvalidFormat,
            field,
            $"It is not a language tag; give one such as en, fr, it or zh-Hans, of at most {Limits.LanguageCharacters} characters.",
            isTooLong ? Limits.LanguageCharacters : null);
        return English;
    }
}
