using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage release end-support xtm/5f0a7c11 --support-end-time 2027-01-01T00:00Z</c>.</summary>
internal static class EndReleaseSupportCommand
{
    public static Command Create(CliHost host)
    {
        var release = new Argument<string>("release") { Description = "Policy and release, such as xtm/5f0a7c11d2e3." };
        var end = new Option<string?>("--support-end-time") { Description = "From when its version is not supported. Default: now.", HelpName = "time" };
        var etag = new Option<string?>("--etag") { Description = "Only if the release still has this etag. Default: the one it has now.", HelpName = "etag" };
        var command = new Command("end-support", "Set from when a version is not supported: reports of it are asked to upgrade.") { release, end, etag, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var name = ShortNames.Release("release", context.Required(release));
            var request = new EndReleaseSupportRequest
            {
                Name = name,
                SupportEndTime = (context.Time(end) ?? context.Now).ToTimestamp(),
                Etag = context.Value(etag) ?? (await context.Platform.Triage.GetReleaseAsync(new GetReleaseRequest { Name = name }, context.Call())).Etag,
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Triage.EndReleaseSupportAsync(request, context.Call());
            context.Show(answer, () => ReleaseView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
