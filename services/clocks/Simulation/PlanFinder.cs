using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.PolicyDocuments;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>Finds the plans that a call's scenarios and facts name. Made anew for each call.</summary>
internal sealed class PlanFinder(PolicySource policies, CancellationToken cancellation)
{
    private const int MostProblems = 20;

    // A log of years before a policy's first revision would ask for each of its tickets anew.
    private readonly Dictionary<string, Instant> firstRevisions = [];

    /// <summary>The plan that a name means at a time: of the revision named, else of the one in force, else of the latest.</summary>
    public async Task<SourcePlan?> FindAsync(RequestChecks checks, string field, string name, Instant asOf)
    {
        if (checks.RequiredName<PlanName>(field, name) is not { } plan)
        {
            return null;
        }

        var lookup = plan.Revision is { } revision
            ? await policies.GetRevisionAsync(plan.Policy, revision, cancellation)
            : await CurrentAsync(plan.Policy, asOf);
        if (lookup.RevisionOrNull is not { } found)
        {
            var missing = lookup is PolicyLookup.UnknownRevision ? ErrorReason.RevisionNotFound : ErrorReason.PolicyNotFound;
            checks.Add(missing, field, $"'{name}' names no published policy; list them with ListPolicies.");
            return null;
        }

        return new SourcePlan(found.ContentHash, found.Policy, plan.Plan);
    }

    /// <summary>The plan of a document written out.</summary>
    public static SourcePlan? Read(RequestChecks checks, string field, InlinePlan inline)
    {
        checks.RequiredText($"{field}.plan_id", inline.PlanId, Limits.CodeCharacters);
        var parsed = PolicyDocument.Parse(inline.Document.Span);
        foreach (var problem in parsed.Problems.Take(MostProblems))
        {
            checks.Add(ErrorReason.PolicyDocumentInvalid, $"{field}.document", $"Line {problem.Line}, column {problem.Column}: {problem.Message}");
        }

        return parsed.IsValid ? new SourcePlan(parsed.ContentHash, parsed.Policy, inline.PlanId) : null;
    }

    private async Task<PolicyLookup> CurrentAsync(string policy, Instant asOf)
    {
        if (!firstRevisions.TryGetValue(policy, out var first) || asOf >= first)
        {
            var lookup = await policies.GetCurrentAsync(policy, asOf, cancellation);
            if (lookup is not PolicyLookup.NoneInForce)
            {
                return lookup;
            }
        }

        var latest = await policies.GetCurrentAsync(policy, null, cancellation);
        if (latest.RevisionOrNull is { } revision && !firstRevisions.ContainsKey(policy))
        {
            firstRevisions[policy] = await FirstTimeAsync(policy, revision.EffectiveTime);
        }

        return latest;
    }

    // Back from revision to revision: each is in force until the next.
    private async Task<Instant> FirstTimeAsync(string policy, Instant time)
    {
        while ((await policies.GetCurrentAsync(policy, time - Duration.Epsilon, cancellation)).RevisionOrNull is { } earlier && earlier.EffectiveTime < time)
        {
            time = earlier.EffectiveTime;
        }

        return time;
    }
}
