namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>
/// The ids that resource names are made of: 1 to 63 lowercase letters a-z, digits, hyphens, dots and underscores, the first a letter or digit.
/// </summary>
public static class ResourceSegment
{
    /// <summary>The most characters of an id.</summary>
    public const int MostCharacters = 63;

    /// <summary>The rule in words, for messages.</summary>
    public const string Rule = "1 to 63 lowercase letters, digits, '-', '.' or '_', the first a letter or digit";

    /// <summary>Whether the text is an id.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostCharacters || !IsLetterOrDigit(text[0]))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!IsLetterOrDigit(character) && character is not ('-' or '.' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text, which is an id.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal static string Checked(string text) =>
        IsValid(text) ? text : throw new ArgumentException($"'{text}' is not an id; use {Rule}.", nameof(text));

    private static bool IsLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
