using System.CommandLine;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage release</c>: what came out, what it fixes and how long it is supported.</summary>
internal static class ReleaseCommand
{
    public static Command Create(CliHost host) => new("release", "Record, show and list releases, and end the support of their versions.")
    {
        RecordReleaseCommand.Create(host),
        EndReleaseSupportCommand.Create(host),
        ShowReleaseCommand.Create(host),
        ListReleasesCommand.Create(host),
    };
}
