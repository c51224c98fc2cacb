using System.Diagnostics.CodeAnalysis;

namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>A resource name of one pattern. Names are immutable, and equal when they format to the same text.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IResourceName<TSelf>
    where TSelf : class, IResourceName<TSelf>
{
    /// <summary>The pattern, with variables in braces and an optional part in brackets.</summary>
    static abstract string Pattern { get; }

    /// <summary>Reads a name.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="name">The name, or null.</param>
    /// <param name="error">One sentence for the caller of an API, or null.</param>
    static abstract bool TryParse(string? text, [NotNullWhen(true)] out TSelf? name, [NotNullWhen(false)] out string? error);

    /// <summary>Reads a name known to be sound.</summary>
    /// <exception cref="FormatException">The text does not fit the pattern.</exception>
    static abstract TSelf Parse(string text);

    /// <summary>The text that <see cref="Parse"/> reads back to an equal name.</summary>
    string Format();
}
