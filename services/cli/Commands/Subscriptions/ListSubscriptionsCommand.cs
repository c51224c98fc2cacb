using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Subscriptions;

/// <summary><c>sla subscription list acme</c>.</summary>
internal static class ListSubscriptionsCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var command = new Command("list", "List the subscriptions of an account.") { account };
        return command.Runs(host, async context =>
        {
            var parent = ShortNames.Account("account", context.Required(account));
            var answer = new ListSubscriptionsResponse();
            do
            {
                var page = await context.Platform.Entitlements.ListSubscriptionsAsync(
                    new ListSubscriptionsRequest { Parent = parent, PageToken = answer.NextPageToken }, context.Call());
                answer.Subscriptions.Add(page.Subscriptions);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => SubscriptionView.Of(answer.Subscriptions));
        });
    }
}
