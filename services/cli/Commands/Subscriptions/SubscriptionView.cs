using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Subscriptions;

/// <summary>Subscriptions for people.</summary>
internal static class SubscriptionView
{
    public static Table Of(IEnumerable<Subscription> subscriptions)
    {
        var table = Tables.Create(null, "subscription", "plan", "state", "from", "until", "trial until", "zone", "region", "readings", "products");
        foreach (var subscription in subscriptions)
        {
            table.Row(
                ShortNames.Last(subscription.Name), ShortNames.OfPlan(subscription.Plan), EnumWords.Show(subscription.State),
                DateText.Show(subscription.StartDate), DateText.Show(subscription.EndDate), DateText.Show(subscription.TrialEndDate),
                subscription.TimeZone, subscription.Region,
                string.Join(", ", subscription.Readings.Select(reading => $"{reading.Key}={reading.Value}").Order(StringComparer.Ordinal)),
                subscription.Products.Count == 0 ? "all" : string.Join(", ", subscription.Products));
        }

        return table;
    }
}
