using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage release show xtm/5f0a7c11d2e3</c>.</summary>
internal static class ShowReleaseCommand
{
    public static Command Create(CliHost host)
    {
        var release = new Argument<string>("release") { Description = "Policy and release, such as xtm/5f0a7c11d2e3." };
        var command = new Command("show", "Show a release, and what became of the tickets that it fixes.") { release };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Triage.GetReleaseAsync(new GetReleaseRequest { Name = ShortNames.Release("release", context.Required(release)) }, context.Call());
            context.Show(answer, () => ReleaseView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
