using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Accounts;

/// <summary><c>sla account reinstate acme</c>.</summary>
internal static class ReinstateAccountCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var actor = new Option<string?>("--actor") { Description = "Who does it.", HelpName = "text" };
        var command = new Command("reinstate", "Let a suspended account open tickets again.") { account, actor, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var request = new ReinstateAccountRequest
            {
                Name = ShortNames.Account("account", context.Required(account)),
                Actor = context.Value(actor) ?? "",
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Entitlements.ReinstateAccountAsync(request, context.Call());
            context.Show(answer, () => AccountView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
