using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Accounts;

/// <summary><c>sla account suspend acme --reason ...</c>.</summary>
internal static class SuspendAccountCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "text", Required = true };
        var actor = new Option<string?>("--actor") { Description = "Who does it.", HelpName = "text" };
        var command = new Command("suspend", "Stop an account from opening tickets; clocks already running go on.") { account, reason, actor, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var request = new SuspendAccountRequest
            {
                Name = ShortNames.Account("account", context.Required(account)),
                Reason = context.Required(reason),
                Actor = context.Value(actor) ?? "",
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Entitlements.SuspendAccountAsync(request, context.Call());
            context.Show(answer, () => AccountView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
