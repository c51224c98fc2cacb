using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.PolicyClient;

namespace SlaPlatform.Entitlements.Terms;

/// <summary>The revisions that subscriptions were and are under, fetched before any lock is taken.</summary>
internal sealed class PolicyHistories
{
    // Longer than anybody waits for a lock, shorter than makes a difference: a revision to come does nothing before its time.
    private static readonly Duration Ahead = Duration.FromMinutes(1);

    private readonly ImmutableDictionary<(string Policy, string? Revision), ImmutableArray<PolicyRevision>> _revisions;

    private PolicyHistories(ImmutableDictionary<(string Policy, string? Revision), ImmutableArray<PolicyRevision>> revisions) => _revisions = revisions;

    /// <summary>Fetches the revisions that versions refer to.</summary>
    public static async Task<PolicyHistories> LoadAsync(
        PolicySource policies, IEnumerable<SubscriptionVersionRow> versions, Instant now, CancellationToken cancellation)
    {
        var revisions = ImmutableDictionary.CreateBuilder<(string Policy, string? Revision), ImmutableArray<PolicyRevision>>();
        foreach (var group in versions.GroupBy(KeyOf))
        {
            var (policy, pinned) = group.Key;
            revisions[group.Key] = pinned is null
                ? await policies.GetHistoryAsync(policy, group.Min(version => version.Start()), now + Ahead, cancellation)
                : (await policies.GetRevisionAsync(policy, pinned, cancellation)).RevisionOrNull is { } revision ? [revision] : [];
        }

        return new PolicyHistories(revisions.ToImmutable());
    }

    /// <summary>Whether what all versions refer to was fetched.</summary>
    public bool Have(IEnumerable<SubscriptionVersionRow> versions) => versions.All(version => _revisions.ContainsKey(KeyOf(version)));

    /// <summary>The revisions of a version, each with when it came into force for it; earliest first.</summary>
    public IEnumerable<(Instant From, PolicyRevision Revision)> Of(SubscriptionVersionRow version) => _revisions[KeyOf(version)]
        .Select(revision => (version.PinnedRevision is null ? revision.EffectiveTime : Instant.MinValue, revision));

    /// <summary>The revision of a version that is in force at a time, or null.</summary>
    public PolicyRevision? At(SubscriptionVersionRow version, Instant at) => Of(version).LastOrDefault(known => known.From <= at).Revision;

    private static (string Policy, string? Revision) KeyOf(SubscriptionVersionRow version) => (version.PolicyId, version.PinnedRevision);
}
