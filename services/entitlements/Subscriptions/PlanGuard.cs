using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>Checks subscriptions against the policy they are for.</summary>
internal sealed class PlanGuard(PolicyFinder policies)
{
    /// <exception cref="RefusalException">There is no such plan, it does not serve the region, or the policy does not take what the subscription adds.</exception>
    public async Task CheckAsync(Subscription subscription, CancellationToken cancellation)
    {
        var policy = (await policies.FindAsync(subscription.PolicyId, subscription.PinnedRevision, cancellation)).Policy;
        var plan = PolicyFinder.PlanOf(policy, new PlanName(policy.Id, subscription.PlanId, subscription.PinnedRevision));
        if (RegionCheck.Refuse(policy, subscription.Region) is { } refusal)
        {
            throw NotServed(policy, subscription.Region, refusal);
        }

        var checks = new RequestChecks();
        if (subscription.TrialEnd is not null && plan.AfterTrial is null)
        {
            checks.Add(ErrorReason.InvalidTerm, "subscription.trial_end_date", $"Plan {plan.Id} is no trial; leave it unset.");
        }

        TermsFaults.Add(checks, PlanTerms.Resolve(policy, plan.Id, subscription.Terms).Violations, "subscription");
        checks.ThrowIfAny();
    }

    private static RefusalException NotServed(Policy policy, string region, EntitlementRefusal refusal)
    {
        var see = policy.RefusedRegions.First(refused => refused.Region == region).Url;
        return Refusals.RegionNotServed(new PolicyName(policy.Id).Format(), see, refusal.Message);
    }
}
