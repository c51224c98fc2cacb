using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage show t-123/d</c>.</summary>
internal static class ShowExclusionCommand
{
    public static Command Create(CliHost host)
    {
        var exclusion = ExclusionArgument.Create();
        var command = new Command("show", "Show a decision with all its steps.") { exclusion };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Triage.GetExclusionAsync(new GetExclusionRequest { Name = ExclusionArgument.Name(context.Required(exclusion)) }, context.Call());
            context.Show(answer, () => ExclusionView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
