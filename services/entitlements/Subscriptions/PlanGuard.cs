using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>Checks subscriptions against the policy they are for.</summary>
internal sealed class PlanGuard(PolicySource policies)
{
    /// <exception cref="RefusalException">There is no such plan, it does not serve the region, or the policy does not take what the subscription adds.</exception>
    public async Task CheckAsync(Subscription subscription, CancellationToken cancellation)
    {
        var policy = (await FindAsync(subscription, cancellation)).Policy;
        var plan = policy.FindPlan(subscription.PlanId)
            ?? throw Refusals.NotFound(ErrorReason.PlanNotFound, new PlanName(policy.Id, subscription.PlanId, subscription.PinnedRevision).Format(), "list plans with ListPlans");
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

    private async Task<PolicyRevision> FindAsync(Subscription subscription, CancellationToken cancellation)
    {
        var lookup = subscription.PinnedRevision is { } revision
            ? await policies.GetRevisionAsync(subscription.PolicyId, revision, cancellation)
            : await policies.GetCurrentAsync(subscription.PolicyId, asOf: null, cancellation);
        var policy = new PolicyName(subscription.PolicyId).Format();
        return lookup switch
        {
            PolicyLookup.Found found => found.Revision,
            PolicyLookup.UnknownRevision => throw Refusals.NotFound(
                ErrorReason.RevisionNotFound, $"{policy}@{subscription.PinnedRevision}", "list revisions with ListPolicyRevisions"),
            PolicyLookup.NoneInForce => throw Refusals.FailedPrecondition(
                ErrorReason.NoRevisionInForce, policy, $"No revision of {policy} is in force yet; name a revision."),
            _ => throw Refusals.NotFound(ErrorReason.PolicyNotFound, policy, "list policies with ListPolicies"),
        };
    }

    private static RefusalException NotServed(Policy policy, string region, EntitlementRefusal refusal)
    {
        var see = policy.RefusedRegions.First(refused => refused.Region == region).Url;
        return Refusals.RegionNotServed(new PolicyName(policy.Id).Format(), see, refusal.Message);
    }
}
