using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyClient;

namespace SlaPlatform.Entitlements.Policies;

/// <summary>The revisions that subscriptions refer to at a time, fetched before any lock is taken.</summary>
internal sealed class PolicyBook
{
    private readonly ImmutableDictionary<(string Policy, string? Revision), PolicyRevision?> _revisions;

    private PolicyBook(ImmutableDictionary<(string Policy, string? Revision), PolicyRevision?> revisions) => _revisions = revisions;

    /// <summary>Fetches the revisions of the subscriptions.</summary>
    public static async Task<PolicyBook> LoadAsync(PolicySource policies, IEnumerable<Subscription> subscriptions, Instant asOf, CancellationToken cancellation)
    {
        var revisions = ImmutableDictionary.CreateBuilder<(string Policy, string? Revision), PolicyRevision?>();
        foreach (var (policy, revision) in subscriptions.Select(KeyOf).Distinct())
        {
            var lookup = revision is null
                ? await policies.GetCurrentAsync(policy, asOf, cancellation)
                : await policies.GetRevisionAsync(policy, revision, cancellation);
            revisions[(policy, revision)] = lookup.RevisionOrNull;
        }

        return new PolicyBook(revisions.ToImmutable());
    }

    /// <summary>Whether the subscription was among those that were loaded.</summary>
    public bool Has(Subscription subscription) => _revisions.ContainsKey(KeyOf(subscription));

    /// <summary>The revision of a subscription, or null when there is none.</summary>
    public PolicyRevision? RevisionOf(Subscription subscription) => _revisions.GetValueOrDefault(KeyOf(subscription));

    /// <summary>The plan that was bought, or null when there is none.</summary>
    public Plan? PlanOf(Subscription subscription) => RevisionOf(subscription)?.Policy.FindPlan(subscription.PlanId);

    private static (string Policy, string? Revision) KeyOf(Subscription subscription) => (subscription.PolicyId, subscription.PinnedRevision);
}
