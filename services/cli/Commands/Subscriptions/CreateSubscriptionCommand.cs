using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Subscriptions;

/// <summary><c>sla subscription create acme --plan xtm/gold --region PL --zone Europe/Warsaw</c>.</summary>
internal static class CreateSubscriptionCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var id = new Option<string?>("--id") { Description = "The id wanted. Default: the service chooses.", HelpName = "id" };
        var plan = new Option<string>("--plan") { Description = "Policy and plan, such as xtm/gold; xtm@3f2a9c01b7de/gold stays on that revision.", HelpName = "plan", Required = true };
        var region = new Option<string>("--region") { Description = "Country of the account, ISO 3166-1 alpha-2.", HelpName = "country", Required = true };
        var start = new Option<string?>("--start") { Description = "First day. Default: today in the zone.", HelpName = "date" };
        var end = new Option<string?>("--end") { Description = "Last day, inclusive. Default: a year.", HelpName = "date" };
        var trialEnd = new Option<string?>("--trial-end") { Description = "Last day of a trial, for trial plans.", HelpName = "date" };
        var readings = new Option<string[]>("--reading") { Description = "A reading of the policy: id=value. May be repeated.", HelpName = "id=value" };
        var products = new Option<string[]>("--product") { Description = "A product on the order. May be repeated. Default: all.", HelpName = "text" };
        var command = new Command("create", "Give an account a plan for a term; --zone is the account's time zone.")
        {
            account, id, plan, region, start, end, trialEnd, readings, products, GlobalOptions.RequestId,
        };
        return command.Runs(host, async context =>
        {
            var zone = context.Zone ?? throw new UsageException("--zone", "a subscription needs the account's time zone.", "Add --zone Europe/Paris.");
            var firstDay = context.Value(start) is { } first ? DateText.Parse("--start", first) : context.Now.InZone(zone).Date.ToDate();
            var subscription = new Subscription
            {
                Plan = ShortNames.Plan("--plan", context.Required(plan)),
                StartDate = firstDay,
                EndDate = context.Value(end) is { } last ? DateText.Parse("--end", last) : firstDay.ToLocalDate().PlusYears(1).PlusDays(-1).ToDate(),
                TrialEndDate = context.Value(trialEnd) is { } trial ? DateText.Parse("--trial-end", trial) : null,
                TimeZone = zone.Id,
                Region = context.Required(region).ToUpperInvariant(),
            };
            foreach (var (key, value) in Pairs.ParseAll("--reading", context.Value(readings)))
            {
                subscription.Readings[key] = value;
            }

            subscription.Products.Add(context.Value(products) ?? []);
            var request = new CreateSubscriptionRequest
            {
                Parent = ShortNames.Account("account", context.Required(account)),
                SubscriptionId = context.Value(id) ?? "",
                Subscription = subscription,
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Entitlements.CreateSubscriptionAsync(request, context.Call());
            context.Show(answer, () => SubscriptionView.Of([answer]));
        });
    }
}
