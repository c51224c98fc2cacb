using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Availability;

/// <summary><c>sla availability downtime</c>: report, end, list and exclude downtime, take exclusions back.</summary>
internal static class DowntimeCommands
{
    public static Command Create(CliHost host) => new("downtime", "Report, end, list and exclude downtime, and take exclusions back; tickets at the gravest level tell theirs.")
    {
        Report(host), End(host), List(host), Exclude(host), Revert(host),
    };

    private static Command Report(CliHost host)
    {
        var (account, instance) = (AvailabilityCommand.Account(), AvailabilityCommand.Instance());
        var start = new Option<string?>("--start") { Description = "When it began.", HelpName = "time", Required = true };
        var end = new Option<string?>("--end") { Description = "When it ended, exclusive. Default: it lasts.", HelpName = "time" };
        var command = new Command("report", "Report downtime that no ticket tells.") { account, instance, start, end, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Availability.ReportDowntimeAsync(
            new ReportDowntimeRequest
            {
                Parent = ShortNames.Account("account", context.Required(account)),
                Downtime = new Downtime { Instance = context.Value(instance) ?? "", StartTime = context.Time(start)?.ToTimestamp(), EndTime = context.Time(end)?.ToTimestamp() },
                RequestId = context.RequestId(),
            },
            context.Call())));
    }

    private static Command End(CliHost host)
    {
        var (downtime, etag) = (Name(), Etag());
        var at = new Option<string?>("--at") { Description = "When it ended, exclusive. Default: now.", HelpName = "time" };
        var command = new Command("end", "Say that reported downtime is over.") { downtime, etag, at, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Availability.EndDowntimeAsync(
            new EndDowntimeRequest
            {
                Name = ShortNames.Downtime("downtime", context.Required(downtime)),
                EndTime = context.Time(at)?.ToTimestamp(),
                Etag = context.Required(etag),
                RequestId = context.RequestId(),
            },
            context.Call())));
    }

    private static Command List(CliHost host)
    {
        var (account, instance) = (AvailabilityCommand.Account(), AvailabilityCommand.Instance());
        var command = new Command("list", "List downtime, of tickets too.") { account, instance };
        return command.Runs(host, async context =>
        {
            var request = new ListDowntimesRequest { Parent = ShortNames.Account("account", context.Required(account)), Instance = context.Value(instance) ?? "" };
            var answer = new ListDowntimesResponse();
            do
            {
                var page = await context.Platform.Availability.ListDowntimesAsync(request, context.Call());
                answer.Downtimes.Add(page.Downtimes);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            context.Show(answer, () => AvailabilityView.Of(answer.Downtimes, context.Zone ?? DateTimeZone.Utc));
        });
    }

    private static Command Exclude(CliHost host)
    {
        var (downtime, etag) = (Name(), Etag());
        var cause = new Option<string>("--cause") { Description = $"Why it does not count: {string.Join(", ", EnumWords.All<DowntimeExclusion>())}.", HelpName = "cause", Required = true };
        var evidence = new Option<string>("--evidence") { Description = "What that rests on.", HelpName = "text", Required = true };
        var actor = Actor();
        var command = new Command("exclude", "Take downtime out of the figure for a cause that does not count.") { downtime, etag, cause, evidence, actor, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Availability.ExcludeDowntimeAsync(
            new ExcludeDowntimeRequest
            {
                Name = ShortNames.Downtime("downtime", context.Required(downtime)),
                Exclusion = EnumWords.Parse<DowntimeExclusion>("--cause", context.Required(cause)),
                Evidence = context.Required(evidence),
                Actor = context.Required(actor),
                Etag = context.Required(etag),
                RequestId = context.RequestId(),
            },
            context.Call())));
    }

    private static Command Revert(CliHost host)
    {
        var (downtime, etag, actor) = (Name(), Etag(), Actor());
        var reason = new Option<string>("--reason") { Description = "Why it counts after all.", HelpName = "text", Required = true };
        var command = new Command("revert", "Take back that downtime does not count.") { downtime, etag, actor, reason, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Availability.RevertDowntimeExclusionAsync(
            new RevertDowntimeExclusionRequest
            {
                Name = ShortNames.Downtime("downtime", context.Required(downtime)),
                Actor = context.Required(actor),
                Reason = context.Required(reason),
                Etag = context.Required(etag),
                RequestId = context.RequestId(),
            },
            context.Call())));
    }

    private static Option<string> Actor() => new("--actor") { Description = "Who decides.", HelpName = "name", Required = true };

    private static Argument<string> Name() => new("downtime") { Description = "Account and downtime as listed, such as acme/{downtime}." };

    private static Option<string> Etag() => new("--etag") { Description = "The downtime's etag, as listed.", HelpName = "etag", Required = true };

    private static void Show(CommandContext context, Downtime answer) => context.Show(answer, () => AvailabilityView.Of([answer], context.Zone ?? DateTimeZone.Utc));
}
