using System.CommandLine;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Commands.Severities;

/// <summary><c>sla severity</c>: levels, and which one a report gets.</summary>
internal static class SeverityCommand
{
    public static Command Create(CliHost host) => new("severity", "List the levels of a policy, or assess a report.")
    {
        AssessSeverityCommand.Create(host),
        ListSeveritiesCommand.Create(host),
    };
}
