using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Availability;

/// <summary><c>sla availability maintenance</c>: announce, list and take back windows.</summary>
internal static class MaintenanceCommands
{
    public static Command Create(CliHost host) => new("maintenance", "Announce, list and take back maintenance.") { Add(host), List(host), Cancel(host) };

    private static Command Add(CliHost host)
    {
        var (account, instance) = (AvailabilityCommand.Account(), AvailabilityCommand.Instance());
        var start = new Option<string?>("--start") { Description = "When it begins.", HelpName = "time", Required = true };
        var end = new Option<string?>("--end") { Description = "When it ends, exclusive.", HelpName = "time", Required = true };
        var emergency = new Option<bool>("--emergency") { Description = "It could not wait; no notice is asked for." };
        var notice = new Option<string?>("--notice") { Description = "When the account was told. Default: now.", HelpName = "time" };
        var command = new Command("add", "Announce maintenance.") { account, instance, start, end, emergency, notice, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Availability.CreateMaintenanceWindowAsync(
                new CreateMaintenanceWindowRequest
                {
                    Parent = ShortNames.Account("account", context.Required(account)),
                    MaintenanceWindow = new MaintenanceWindow
                    {
                        Instance = context.Value(instance) ?? "",
                        StartTime = context.Time(start)?.ToTimestamp(),
                        EndTime = context.Time(end)?.ToTimestamp(),
                        Kind = context.Value(emergency) ? MaintenanceKind.Emergency : MaintenanceKind.Scheduled,
                        NoticeTime = context.Time(notice)?.ToTimestamp(),
                    },
                    RequestId = context.RequestId(),
                },
                context.Call());
            context.Show(answer, () => AvailabilityView.Of([answer], context.Zone ?? DateTimeZone.Utc));
        });
    }

    private static Command List(CliHost host)
    {
        var (account, instance) = (AvailabilityCommand.Account(), AvailabilityCommand.Instance());
        var command = new Command("list", "List maintenance windows.") { account, instance };
        return command.Runs(host, async context =>
        {
            var request = new ListMaintenanceWindowsRequest { Parent = ShortNames.Account("account", context.Required(account)), Instance = context.Value(instance) ?? "" };
            var answer = new ListMaintenanceWindowsResponse();
            do
            {
                var page = await context.Platform.Availability.ListMaintenanceWindowsAsync(request, context.Call());
                answer.MaintenanceWindows.Add(page.MaintenanceWindows);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            context.Show(answer, () => AvailabilityView.Of(answer.MaintenanceWindows, context.Zone ?? DateTimeZone.Utc));
        });
    }

    private static Command Cancel(CliHost host)
    {
        var window = new Argument<string>("window") { Description = "Account and window as listed, such as acme/{window}." };
        var etag = new Option<string>("--etag") { Description = "The window's etag, as listed.", HelpName = "etag", Required = true };
        var command = new Command("cancel", "Take a maintenance window back.") { window, etag, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Availability.CancelMaintenanceWindowAsync(
                new CancelMaintenanceWindowRequest
                {
                    Name = ShortNames.MaintenanceWindow("window", context.Required(window)),
                    Etag = context.Required(etag),
                    RequestId = context.RequestId(),
                },
                context.Call());
            context.Show(answer, () => AvailabilityView.Of([answer], context.Zone ?? DateTimeZone.Utc));
        });
    }
}
