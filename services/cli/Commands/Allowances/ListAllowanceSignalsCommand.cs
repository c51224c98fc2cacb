using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Allowances;

/// <summary><c>sla allowance signals acme</c>.</summary>
internal static class ListAllowanceSignalsCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var since = new Option<string?>("--since") { Description = "Raised from then. Default: within the last 366 days.", HelpName = "time" };
        var command = new Command("signals", "List balances that ran low and periods that end.") { account, since };
        return command.Runs(host, async context =>
        {
            var request = new ListAllowanceSignalsRequest { Parent = ShortNames.Account("account", context.Required(account)), StartTime = context.Time(since)?.ToTimestamp() };
            var answer = new ListAllowanceSignalsResponse();
            do
            {
                var page = await context.Platform.Entitlements.ListAllowanceSignalsAsync(request, context.Call());
                answer.Signals.Add(page.Signals);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            context.Show(answer, () => AllowanceView.Of(answer.Signals, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
