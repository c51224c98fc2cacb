using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyClient;

/// <summary>
/// Gets policy revisions from the catalog and keeps them in memory: a revision for good, as it never changes; which one is in force for
/// <see cref="PointerLifetime"/>, which is shorter than the notice that the catalog gives of a new one. Safe for concurrent use.
/// </summary>
/// <param name="catalog">The catalog.</param>
/// <param name="time">The clock.</param>
public sealed class PolicySource(PlanCatalogService.PlanCatalogServiceClient catalog, TimeProvider time)
{
    /// <summary>How long an answer about which revision is in force is trusted.</summary>
    public static readonly Duration PointerLifetime = Duration.FromSeconds(5);

    private readonly RevisionCache _revisions = new();
    private readonly ConcurrentDictionary<string, PolicyTimeline> _timelines = new(StringComparer.Ordinal);

    /// <summary>The revision in force at a time.</summary>
    /// <param name="policyId">The policy's id.</param>
    /// <param name="asOf">The time; null for now.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <exception cref="RpcException">The catalog does not answer.</exception>
    public async Task<PolicyLookup> GetCurrentAsync(string policyId, Instant? asOf, CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var timeline = _timelines.GetValueOrDefault(policyId, PolicyTimeline.Empty);
        if (timeline.Find(asOf ?? now, now - PointerLifetime) is { } hash && _revisions.Find(hash) is { } known)
        {
            return new PolicyLookup.Found(known);
        }

        var request = new GetPolicyRequest { Name = $"policies/{policyId}", AsOfTime = asOf?.ToTimestamp() };
        return await AskAsync(request, answer => Remember(policyId, answer, now), cancellation);
    }

    /// <summary>A revision by its id or content hash.</summary>
    /// <param name="policyId">The policy's id.</param>
    /// <param name="revision">The revision's id, or the whole content hash (lower-case hexadecimal).</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <exception cref="RpcException">The catalog does not answer.</exception>
    public async Task<PolicyLookup> GetRevisionAsync(string policyId, string revision, CancellationToken cancellation)
    {
        var id = revision.Length > PolicyRevision.IdLength ? revision[..PolicyRevision.IdLength] : revision;
        var lookup = _revisions.FindById(policyId, id) is { } known
            ? new PolicyLookup.Found(known)
            : await AskAsync(new GetPolicyRequest { Name = $"policies/{policyId}@{id}" }, static _ => { }, cancellation);
        return lookup.RevisionOrNull is { } found && revision != id && revision != found.ContentHash ? new PolicyLookup.UnknownRevision() : lookup;
    }

    /// <summary>The revisions in force over a time, earliest first: from the one at its beginning, or the first one after, to the one at its end.</summary>
    /// <param name="policyId">The policy's id.</param>
    /// <param name="from">Its beginning.</param>
    /// <param name="until">Its end, not before it.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <returns>None when the policy is unknown or was not in force.</returns>
    /// <exception cref="RpcException">The catalog does not answer.</exception>
    public async Task<ImmutableArray<PolicyRevision>> GetHistoryAsync(string policyId, Instant from, Instant until, CancellationToken cancellation)
    {
        var found = new List<PolicyRevision>();
        for (var at = until; (await GetCurrentAsync(policyId, at, cancellation)).RevisionOrNull is { } revision;)
        {
            found.Add(revision);
            if (revision.EffectiveTime <= from)
            {
                break;
            }

            at = revision.EffectiveTime.PlusTicks(-1);
        }

        found.Reverse();
        return [.. found];
    }

    private async Task<PolicyLookup> AskAsync(GetPolicyRequest request, Action<Contracts.Catalog.V1.Policy> remember, CancellationToken cancellation)
    {
        try
        {
            var answer = await catalog.GetPolicyAsync(request, cancellationToken: cancellation);
            var revision = _revisions.Find(answer.DocumentSha256) ?? _revisions.Add(RevisionReader.Read(answer));
            remember(answer);
            return new PolicyLookup.Found(revision);
        }
        catch (RpcException e) when (Missing(e) is not null)
        {
            return Missing(e)!;
        }
    }

    private void Remember(string policyId, Contracts.Catalog.V1.Policy answer, Instant asked) =>
        _timelines.AddOrUpdate(policyId, _ => PolicyTimeline.Empty.With(answer, asked), (_, timeline) => timeline.With(answer, asked));

    private static PolicyLookup? Missing(RpcException refusal) => refusal.GetReason() switch
    {
        ErrorReason.PolicyNotFound => new PolicyLookup.UnknownPolicy(),
        ErrorReason.RevisionNotFound => new PolicyLookup.UnknownRevision(),
        ErrorReason.NoRevisionInForce => new PolicyLookup.NoneInForce(),
        _ => null,
    };
}
