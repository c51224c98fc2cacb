using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage reverse t-123/d --reason ... --actor lee</c>.</summary>
internal static class ReverseCommand
{
    public static Command Create(CliHost host)
    {
        var exclusion = ExclusionArgument.Create();
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "text", Required = true };
        var actor = new Option<string>("--actor") { Description = "Who reverses it.", HelpName = "name", Required = true };
        var at = new Option<string?>("--effective-time") { Description = "From when. Default: now.", HelpName = "time" };
        var etag = ExclusionArgument.Etag();
        var command = new Command("reverse", "Take a decision back: the ticket's targets go on, and the excluded time does not count.")
        {
            exclusion, reason, actor, at, etag, GlobalOptions.RequestId,
        };
        return command.Runs(host, async context =>
        {
            var name = ExclusionArgument.Name(context.Required(exclusion));
            var request = new ReverseExclusionRequest
            {
                Name = name,
                Reason = context.Required(reason),
                Actor = context.Required(actor),
                EffectiveTime = context.Time(at)?.ToTimestamp(),
                Etag = await ExclusionArgument.EtagAsync(context, etag, name),
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Triage.ReverseExclusionAsync(request, context.Call());
            context.Show(answer, () => ExclusionView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
