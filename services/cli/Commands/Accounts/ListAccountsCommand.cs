using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Accounts;

/// <summary><c>sla account list</c>.</summary>
internal static class ListAccountsCommand
{
    public static Command Create(CliHost host)
    {
        var plan = new Option<string?>("--plan") { Description = "Only with a subscription to this policy or plan, such as xtm or xtm/gold.", HelpName = "plan" };
        var standing = new Option<string?>("--standing") { Description = "Only in this standing: good or suspended.", HelpName = "standing" };
        var command = new Command("list", "List the accounts.") { plan, standing };
        return command.Runs(host, async context =>
        {
            var filter = new AccountFilter
            {
                Plan = context.Value(plan) is { } given ? ShortNames.PlanOrPolicy("--plan", given) : "",
                Standing = context.Value(standing) is { } word ? EnumWords.Parse<Standing>("--standing", word) : Standing.Unspecified,
            };
            var answer = new ListAccountsResponse();
            do
            {
                var page = await context.Platform.Entitlements.ListAccountsAsync(new ListAccountsRequest { Filter = filter, PageToken = answer.NextPageToken }, context.Call());
                answer.Accounts.Add(page.Accounts);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => AccountView.Of(answer.Accounts));
        });
    }
}
