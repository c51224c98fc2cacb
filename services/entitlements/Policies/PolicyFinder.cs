using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Policies;

/// <summary>Finds what requests name: a policy's revision in force now or the named one, and its plans.</summary>
internal sealed class PolicyFinder(PolicySource policies)
{
    /// <exception cref="RefusalException">There is no such policy or revision, or none is in force.</exception>
    public async Task<PolicyRevision> FindAsync(string policyId, string? revision, CancellationToken cancellation)
    {
        var lookup = revision is null
            ? await policies.GetCurrentAsync(policyId, asOf: null, cancellation)
            : await policies.GetRevisionAsync(policyId, revision, cancellation);
        var policy = new PolicyName(policyId).Format();
        return lookup switch
        {
            PolicyLookup.Found found => found.Revision,
            PolicyLookup.UnknownRevision => throw Refusals.NotFound(ErrorReason.RevisionNotFound, $"{policy}@{revision}", "list revisions with ListPolicyRevisions"),
            PolicyLookup.NoneInForce => throw Refusals.FailedPrecondition(
                ErrorReason.NoRevisionInForce, policy, $"No revision of {policy} is in force yet; name a revision."),
            _ => throw Refusals.NotFound(ErrorReason.PolicyNotFound, policy, "list policies with ListPolicies"),
        };
    }

    /// <exception cref="RefusalException">There is no such plan.</exception>
    public static Plan PlanOf(Policy policy, PlanName name) => policy.FindPlan(name.Plan)
        ?? throw Refusals.NotFound(ErrorReason.PlanNotFound, name.Format(), "list plans with ListPlans");
}
