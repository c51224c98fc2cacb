using System.Text;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Values;

/// <summary>Enum values of the contracts as words: <c>initial_response</c> to write, <c>initial response</c> to read.</summary>
internal static class EnumWords
{
    private const string Unspecified = "Unspecified";

    public static T Parse<T>(string field, string text)
        where T : struct, Enum
    {
        var wanted = text.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        foreach (var value in Enum.GetValues<T>())
        {
            var name = value.ToString();
            if (name != Unspecified && name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new UsageException(field, $"'{text}' is not known.", $"Use one of {string.Join(", ", All<T>())}.");
    }

    /// <summary>Every word that <see cref="Parse{T}"/> takes.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Where(value => value.ToString() != Unspecified).Select(value => Join(value.ToString(), '_'));

    /// <summary>The value for people; empty when unspecified.</summary>
    public static string Show<T>(T value)
        where T : struct, Enum => value.ToString() == Unspecified ? "" : Join(value.ToString(), ' ');

    /// <summary>The value as programs and files write it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => Join(value.ToString(), '_');

    private static string Join(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var character in name)
        {
            var starts = char.IsUpper(character) || (char.IsDigit(character) && text.Length > 0 && !char.IsDigit(text[^1]));
            if (starts && text.Length > 0)
            {
                text.Append(separator);
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }
}
