using Grpc.Core;
using NodaTime;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>Asks since when there is a policy: tickets opened earlier are judged by its latest revision.</summary>
internal static class FirstRevisions
{
    /// <returns>When the first revision came into force, by the scenario's label; a scenario that names its revision is not in it, and none is where the catalog does not answer: a replay needs it for no figure.</returns>
    public static async Task<IReadOnlyDictionary<string, Instant>> ReadAsync(
        PlanCatalogService.PlanCatalogServiceClient catalog, Func<CallOptions> call, IEnumerable<Scenario> scenarios)
    {
        var byPolicy = new Dictionary<string, Instant>(StringComparer.Ordinal);
        var byLabel = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var scenario in scenarios)
        {
            if (!PlanName.TryParse(scenario.Plan, out var plan, out _) || plan.Revision is not null)
            {
                continue;
            }

            if (!byPolicy.TryGetValue(plan.Policy, out var first))
            {
                try
                {
                    byPolicy[plan.Policy] = first = await FirstAsync(catalog, call, new PolicyName(plan.Policy).Format());
                }
                catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
                {
                    return byLabel;
                }
            }

            byLabel[scenario.Label] = first;
        }

        return byLabel;
    }

    private static async Task<Instant> FirstAsync(PlanCatalogService.PlanCatalogServiceClient catalog, Func<CallOptions> call, string policy)
    {
        var first = Instant.MaxValue;
        var token = "";
        do
        {
            var page = await catalog.ListPolicyRevisionsAsync(new ListPolicyRevisionsRequest { Policy = policy, PageToken = token }, call());
            first = page.Revisions.Select(revision => revision.EffectiveTime.ToInstant()).Append(first).Min();
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return first;
    }
}
