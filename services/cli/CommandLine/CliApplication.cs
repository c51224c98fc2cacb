using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SlaPlatform.Cli.Rendering;

namespace SlaPlatform.Cli.CommandLine;

/// <summary>Runs one command line.</summary>
internal static class CliApplication
{
    private static readonly TimeSpan TerminationPatience = TimeSpan.FromSeconds(5);

    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliHost host, CancellationToken cancellation = default)
    {
        var parsed = SlaCommand.Create(host).Parse(args);
        // Help of a command that does not exist would be that of the one above it.
        if (parsed.Action is ParseErrorAction || (parsed.Action is HelpAction && parsed.UnmatchedTokens.Count > 0))
        {
            var command = CommandPath(parsed);
            var report = ErrorReport.OfUsage(ParseFaults.Of(parsed), $"See `{command} --help`.");
            ErrorBlock.Write(host, parsed.GetValue(GlobalOptions.Json), report);
            return ExitCodes.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TerminationPatience,
        };
        return await parsed.InvokeAsync(configuration, cancellation);
    }

    private static string CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Push(result.Command is RootCommand ? "sla" : result.Command.Name);
        }

        return string.Join(' ', names);
    }
}
