using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Allowances;

/// <summary><c>sla allowance list acme</c>.</summary>
internal static class ListAllowancesCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var asOf = new Option<string?>("--as-of") { Description = "As they stood then. Default: now.", HelpName = "time" };
        var command = new Command("list", "List the balances of an account.") { account, asOf };
        return command.Runs(host, async context =>
        {
            var request = new GetBalancesRequest
            {
                Account = ShortNames.Account("account", context.Required(account)),
                AsOfTime = context.Time(asOf)?.ToTimestamp(),
                Language = context.Language,
            };
            var answer = await context.Platform.Entitlements.GetBalancesAsync(request, context.Call());
            context.Show(answer, () => AllowanceView.Of(answer.Allowances, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
