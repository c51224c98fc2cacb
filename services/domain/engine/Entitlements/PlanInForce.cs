using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Finds the plan that new tickets of a subscription take.</summary>
public static class PlanInForce
{
    /// <summary>The subscription's plan, or the one that follows its ended trial; or why there is none.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="revision">The revision that applies to it, or null.</param>
    /// <param name="at">When the request was received.</param>
    public static (Plan? Plan, EntitlementRefusal? Refusal) Of(Subscription subscription, PolicyRevision? revision, Instant at)
    {
        if (revision is null)
        {
            return (null, Refuse(RefusalReason.NoRevisionInForce, $"No revision of policy {subscription.PolicyId} is in force at that time."));
        }

        var bought = revision.Policy.FindPlan(subscription.PlanId);
        if (bought is null || !subscription.TrialEndedBy(at))
        {
            return bought is null ? (null, Missing(subscription.PlanId, revision)) : (bought, null);
        }

        return bought.AfterTrial switch
        {
            null => (null, Refuse(RefusalReason.SubscriptionExpired, $"The trial of subscription {subscription.Id} has ended and no plan follows it.")),
            var next when revision.Policy.FindPlan(next) is { } plan => (plan, null),
            var next => (null, Missing(next, revision)),
        };
    }

    private static EntitlementRefusal Missing(string plan, PolicyRevision revision) =>
        Refuse(RefusalReason.NoRevisionInForce, $"Policy {revision.Policy.Id} has no plan {plan} in the revision in force at that time.");

    private static EntitlementRefusal Refuse(RefusalReason reason, string message) => new EntitlementRefusal(reason, message);
}
