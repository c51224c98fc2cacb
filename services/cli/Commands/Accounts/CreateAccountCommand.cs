using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Accounts;

/// <summary><c>sla account create acme</c>.</summary>
internal static class CreateAccountCommand
{
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("account") { Description = "The id wanted: lowercase letters, digits, '-', '.', '_'." };
        var name = new Option<string?>("--name") { Description = "Name for people. Default: the id.", HelpName = "text" };
        var command = new Command("create", "Create an account.") { id, name, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var given = context.Required(id);
            var request = new CreateAccountRequest
            {
                AccountId = given,
                Account = new Account { DisplayName = context.Value(name) ?? given },
                RequestId = context.RequestId(),
            };
            var account = await context.Platform.Entitlements.CreateAccountAsync(request, context.Call());
            context.Show(account, () => AccountView.Of(account, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
