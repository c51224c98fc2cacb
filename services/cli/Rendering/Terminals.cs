using System.Globalization;
using Spectre.Console;

namespace SlaPlatform.Cli.Rendering;

/// <summary>Consoles for people: colours on a terminal unless NO_COLOR is set, plain text everywhere else.</summary>
internal static class Terminals
{
    // Wide enough that no table of ours is folded when it goes into a file or a pipe.
    private const int PipedColumns = 200;

    public static IAnsiConsole Create(TextWriter writer, bool isTerminal, Func<string, string?> variable)
    {
        var colours = isTerminal && string.IsNullOrEmpty(variable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
        {
            console.Profile.Width = int.TryParse(variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns >= 40
                ? columns
                : PipedColumns;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}
