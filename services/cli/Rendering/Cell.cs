using Spectre.Console;

namespace SlaPlatform.Cli.Rendering;

/// <summary>Text of the platform or of a file, shown as it is: never as markup, and without characters that steer a terminal.</summary>
internal static class Cell
{
    public static Text Of(string? text) => new(Clean(text));

    public static Text Of(string? text, Color colour) => new(Clean(text), new Style(colour));

    public static Text Strong(string? text) => new(Clean(text), new Style(decoration: Decoration.Bold));

    public static string Clean(string? text) =>
        text is null ? "" : text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) && character != '\n' ? ' ' : character)) : text;
}
