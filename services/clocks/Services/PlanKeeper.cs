using NodaTime;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;
using Policy = SlaPlatform.Engine.Policies.Policy;

namespace SlaPlatform.Clocks.Services;

/// <summary>Finds what plan names stand for, in the catalog.</summary>
internal sealed class PlanKeeper(PolicySource source, PlanBooks books, PlanCatalogService.PlanCatalogServiceClient catalog)
{
    /// <summary>The revision of a plan's name: the one it names, else the one in force at a time.</summary>
    /// <exception cref="RefusalException">There is none, the revision lacks the plan, or the catalog does not answer.</exception>
    public async Task<PolicyRevision> Find(PlanName plan, Instant? asOf, CancellationToken cancellation) =>
        await TryFind(plan, asOf, cancellation) ?? throw NoneInForce(plan, asOf);

    /// <summary>The same, or null when no revision is in force at the time.</summary>
    public async Task<PolicyRevision?> TryFind(PlanName plan, Instant? asOf, CancellationToken cancellation)
    {
        var lookup = await Upstream.Ask(ResourceNames.Catalog, () => plan.Revision is { } id
            ? source.GetRevisionAsync(plan.Policy, id, cancellation)
            : source.GetCurrentAsync(plan.Policy, asOf, cancellation));
        return lookup switch
        {
            PolicyLookup.Found { Revision: var revision } when revision.Policy.FindPlan(plan.Plan) is not null => revision,
            PolicyLookup.Found => throw Refusals.NotFound(ErrorReason.PlanNotFound, plan.Format(), "list plans with ListPlans"),
            PolicyLookup.UnknownPolicy => throw Refusals.NotFound(ErrorReason.PolicyNotFound, plan.PolicyName.Format(), "list policies with ListPolicies"),
            PolicyLookup.UnknownRevision => throw Refusals.NotFound(ErrorReason.RevisionNotFound, plan.RevisionName!.Format(), "list revisions with ListPolicyRevisions"),
            _ => null,
        };
    }

    /// <summary>Makes sure that the clock's own store has a revision's document, so that a wake never needs the catalog.</summary>
    /// <param name="policyId">The policy.</param>
    /// <param name="contentHash">The revision's content hash.</param>
    /// <param name="cancellation">Cancels the call.</param>
    public async Task<Policy> Keep(string policyId, string contentHash, CancellationToken cancellation)
    {
        if (await books.FindStored(contentHash) is { } known)
        {
            return known;
        }

        var name = new PolicyRevisionName(policyId, contentHash[..PolicyRevision.IdLength]).Format();
        var answer = await Upstream.Ask(ResourceNames.Catalog, async () => await catalog.GetPolicyAsync(new GetPolicyRequest { Name = name }, cancellationToken: cancellation));
        return await books.Store(contentHash, answer.Document.ToByteArray());
    }

    private static RefusalException NoneInForce(PlanName plan, Instant? asOf) => Refusals.FailedPrecondition(
        ErrorReason.NoRevisionInForce,
        plan.PolicyName.Format(),
        $"No revision of '{plan.PolicyName.Format()}' is in force at {asOf?.ToString() ?? "this time"}; ask for a later time, or name a revision.");
}
