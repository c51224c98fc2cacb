using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>One text in several languages, keyed by BCP 47 language tag; English is always there.</summary>
public sealed record LocalizedText
{
    /// <summary>The language every text has.</summary>
    public const string Default = "en";

    /// <summary>Holds the given translations.</summary>
    /// <param name="translations">Texts by language tag (<c>en</c>, <c>fr</c>, <c>it</c>, <c>zh</c>); must contain <see cref="Default"/>.</param>
    /// <exception cref="ArgumentException">There is no English text.</exception>
    public LocalizedText(ImmutableSortedDictionary<string, string> translations)
    {
        if (!translations.ContainsKey(Default))
        {
            throw new ArgumentException("A text needs at least its English form (en).", nameof(translations));
        }

        Translations = translations;
    }

    /// <summary>The texts by language tag.</summary>
    public ImmutableSortedDictionary<string, string> Translations { get; }

    /// <summary>The English text.</summary>
    public string English => Translations[Default];

    /// <summary>A text that exists in English only.</summary>
    public static LocalizedText Of(string english) =>
        new(ImmutableSortedDictionary<string, string>.Empty.Add(Default, english));

    /// <summary>The text in <paramref name="language"/>, in its base language (<c>fr</c> for <c>fr-CA</c>), or else in English.</summary>
    public string In(string? language)
    {
        if (language is null)
        {
            return English;
        }

        if (Translations.TryGetValue(language, out var exact))
        {
            return exact;
        }

        var dash = language.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && Translations.TryGetValue(language[..dash], out var general) ? general : English;
    }

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) => other is not null && Translations.SequenceEqual(other.Translations);

    /// <inheritdoc/>
    public override int GetHashCode() => English.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => English;
}
