using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Accounts;

/// <summary><c>sla account show acme</c>.</summary>
internal static class ShowAccountCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var command = new Command("show", "Show an account.") { account };
        return command.Runs(host, async context =>
        {
            var request = new GetAccountRequest { Name = ShortNames.Account("account", context.Required(account)) };
            var answer = await context.Platform.Entitlements.GetAccountAsync(request, context.Call());
            context.Show(answer, () => AccountView.Of(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
