using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Subscriptions;

/// <summary><c>sla subscription cancel acme/main</c>.</summary>
internal static class CancelSubscriptionCommand
{
    public static Command Create(CliHost host)
    {
        var subscription = new Argument<string>("subscription") { Description = "Account and subscription, such as acme/main." };
        var end = new Option<string?>("--end") { Description = "Last day, inclusive. Default: at once.", HelpName = "date" };
        var reason = new Option<string?>("--reason") { Description = "Why.", HelpName = "text" };
        var etag = new Option<string?>("--etag") { Description = "Only if the subscription still has this etag. Default: the one it has now.", HelpName = "etag" };
        var command = new Command("cancel", "End a subscription early.") { subscription, end, reason, etag, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var name = ShortNames.Subscription("subscription", context.Required(subscription), null);
            var request = new CancelSubscriptionRequest
            {
                Name = name,
                EndDate = context.Value(end) is { } last ? DateText.Parse("--end", last) : null,
                Reason = context.Value(reason) ?? "",
                RequestId = context.RequestId(),
            };
            request.Etag = context.Value(etag)
                ?? (await context.Platform.Entitlements.GetSubscriptionAsync(new GetSubscriptionRequest { Name = name }, context.Call())).Etag;
            var answer = await context.Platform.Entitlements.CancelSubscriptionAsync(request, context.Call());
            context.Show(answer, () => SubscriptionView.Of([answer]));
        });
    }
}
