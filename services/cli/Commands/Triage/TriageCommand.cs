using System.CommandLine;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage</c>: what people decide about tickets beside their severity.</summary>
internal static class TriageCommand
{
    public static Command Create(CliHost host) => new("triage", "Decide exclusions, appeal against them, dismiss appeals and reverse decisions, record releases, and see how often severities are disputed.")
    {
        ExcludeCommand.Create(host),
        AppealCommand.Create(host),
        DismissCommand.Create(host),
        ReverseCommand.Create(host),
        ShowExclusionCommand.Create(host),
        ListExclusionsCommand.Create(host),
        DisagreementCommand.Create(host),
        ReleaseCommand.Create(host),
    };
}
