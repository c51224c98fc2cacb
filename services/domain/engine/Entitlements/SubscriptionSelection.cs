using NodaTime.Text;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Finds the subscription that a request falls under.</summary>
public static class SubscriptionSelection
{
    /// <summary>The subscription that is named, or else the only one in force that covers the product; or why there is none.</summary>
    /// <param name="record">The account.</param>
    /// <param name="request">The request.</param>
    public static (Subscription? Subscription, EntitlementRefusal? Refusal) Of(AccountRecord record, EntitlementRequest request)
    {
        if (request.SubscriptionId is { } id)
        {
            return record.FindSubscription(id) is { } named
                ? (named, RefuseState(named, request) ?? RefuseProduct(named, request))
                : (null, Refusal(RefusalReason.NoSubscription, $"The account has no subscription {id}; name one of its own."));
        }

        var inForce = record.InForceAt(request.ReceivedAt).ToList();
        if (inForce.Count == 0)
        {
            return (null, RefuseNoneInForce(record, request));
        }

        var covering = inForce.Where(subscription => RefuseProduct(subscription, request) is null).ToList();
        return covering switch
        {
            [] => (inForce.Count == 1 ? inForce[0] : null, RefuseProduct(inForce[0], request)),
            [var only] => (only, null),
            _ => (null, Refusal(
                RefusalReason.AmbiguousSubscription,
                $"The subscriptions {string.Join(", ", covering.Select(subscription => subscription.Id))} all fit; name the product or the subscription.")),
        };
    }

    private static EntitlementRefusal RefuseNoneInForce(AccountRecord record, EntitlementRequest request) =>
        record.Subscriptions.MaxBy(subscription => subscription.Start <= request.ReceivedAt ? subscription.Start : NodaTime.Instant.MinValue) is { } latest
            ? RefuseState(latest, request)!
            : Refusal(RefusalReason.NoSubscription, "The account has no subscription; create one.");

    private static EntitlementRefusal? RefuseState(Subscription subscription, EntitlementRequest request) =>
        subscription.StateAt(request.ReceivedAt) switch
        {
            SubscriptionState.Upcoming => Refusal(
                RefusalReason.SubscriptionNotStarted, $"Subscription {subscription.Id} begins on {LocalDatePattern.Iso.Format(subscription.Term.Start)}."),
            SubscriptionState.Expired => Refusal(
                RefusalReason.SubscriptionExpired, $"Subscription {subscription.Id} ended on {LocalDatePattern.Iso.Format(subscription.Term.End)}; renew it."),
            SubscriptionState.Cancelled => Refusal(
                RefusalReason.SubscriptionCancelled, $"Subscription {subscription.Id} was cancelled; create another."),
            _ => null,
        };

    private static EntitlementRefusal? RefuseProduct(Subscription subscription, EntitlementRequest request) =>
        request.Product is { } product && !subscription.Covers(product)
            ? Refusal(RefusalReason.ProductNotOnOrder, $"Product {product} is not on the order; it covers {string.Join(", ", subscription.Products)}.")
            : null;

    private static EntitlementRefusal Refusal(RefusalReason reason, string message) => new EntitlementRefusal(reason, message);
}
