using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage dismiss t-123/d --reason ... --actor lee</c>.</summary>
internal static class DismissCommand
{
    public static Command Create(CliHost host)
    {
        var exclusion = ExclusionArgument.Create();
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "text", Required = true };
        var actor = new Option<string>("--actor") { Description = "Who dismisses it.", HelpName = "name", Required = true };
        var etag = ExclusionArgument.Etag();
        var command = new Command("dismiss", "Dismiss an objection; the decision stands.") { exclusion, reason, actor, etag, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var name = ExclusionArgument.Name(context.Required(exclusion));
            var request = new DismissAppealRequest
            {
                Name = name,
                Reason = context.Required(reason),
                Actor = context.Required(actor),
                Etag = await ExclusionArgument.EtagAsync(context, etag, name),
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Triage.DismissAppealAsync(request, context.Call());
            context.Show(answer, () => ExclusionView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
