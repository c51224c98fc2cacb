using SlaPlatform.Cli.CommandLine;
using Spectre.Console;

namespace SlaPlatform.Cli.Rendering;

/// <summary>Writes an error to the error stream: one block for people, one object for programs.</summary>
internal static class ErrorBlock
{
    public static void Write(CliHost host, bool json, ErrorReport report)
    {
        if (json)
        {
            host.Error.WriteLine(JsonText.Indented(new { error = report }));
            return;
        }

        var console = Terminals.Create(host.Error, host.ErrorIsTerminal, host.Variable);
        console.Write(Cell.Of("error: ", Color.Red));
        WriteLine(console, report.Reason is null ? report.Speech.Headline : $"{report.Speech.Headline} [{report.Reason}]");
        foreach (var fault in report.Speech.Faults)
        {
            WriteLine(console, $"  - {fault}");
        }

        if (report.Remedy is { } remedy)
        {
            WriteLine(console, $"  what to do: {remedy}");
        }

        if (report.Metadata.TryGetValue("trace_id", out var trace))
        {
            WriteLine(console, $"  trace id: {trace}");
        }
    }

    private static void WriteLine(IAnsiConsole console, string text)
    {
        console.Write(Cell.Of(text));
        console.WriteLine();
    }
}
