using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Triage.Policies;

/// <summary>The policy that a request names: in force at a time or by revision, perhaps through one of its plans.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Revision">The revision's id, or null for the one in force.</param>
/// <param name="Plan">The plan's id, or null.</param>
internal sealed record PolicyReference(string Policy, string? Revision, string? Plan)
{
    /// <summary>Reads <c>policies/{policy}</c>, a revision of it, or a plan of either.</summary>
    /// <returns>The reference, or null when it is faulty.</returns>
    public static PolicyReference? Read(RequestChecks checks, string field, string text)
    {
        if (text.Contains("/plans/", StringComparison.Ordinal))
        {
            return checks.Name<PlanName>(field, text) is { } plan ? new(plan.Policy, plan.Revision, plan.Plan) : null;
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return checks.Name<PolicyRevisionName>(field, text) is { } revision ? new(revision.Policy, revision.Revision, null) : null;
        }

        return checks.RequiredName<PolicyName>(field, text) is { } policy ? new(policy.Policy, null, null) : null;
    }

    /// <summary>Gets the revision.</summary>
    /// <exception cref="RefusalException">There is no such policy, revision or plan.</exception>
    public async Task<PolicyRevision> GetAsync(PolicySource policies, Instant? asOf, CancellationToken cancellation)
    {
        var lookup = Revision is null
            ? await policies.GetCurrentAsync(Policy, asOf, cancellation)
            : await policies.GetRevisionAsync(Policy, Revision, cancellation);
        var found = lookup switch
        {
            PolicyLookup.Found there => there.Revision,
            PolicyLookup.UnknownRevision => throw Refusals.NotFound(
                ErrorReason.RevisionNotFound, $"policies/{Policy}@{Revision}", "list revisions with ListPolicyRevisions"),
            PolicyLookup.NoneInForce => throw Refusals.FailedPrecondition(
                ErrorReason.NoRevisionInForce, $"policies/{Policy}", $"No revision of policies/{Policy} is in force at that time; ask for a later time or name a revision."),
            _ => throw Refusals.NotFound(ErrorReason.PolicyNotFound, $"policies/{Policy}", "list policies with ListPolicies"),
        };
        return Plan is null || found.Policy.FindPlan(Plan) is not null
            ? found
            : throw Refusals.NotFound(ErrorReason.PlanNotFound, $"policies/{Policy}/plans/{Plan}", "list plans with ListPlans");
    }
}
