using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Whether somebody may open a ticket.</summary>
public abstract record EntitlementDecision
{
    private EntitlementDecision()
    {
    }

    /// <summary>The subscription that the request falls under, or null when none was found.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>The contact that asks, or null when none was found.</summary>
    public Contact? Contact { get; init; }

    /// <summary>It may be opened.</summary>
    /// <param name="Revision">The policy revision that the ticket starts with.</param>
    /// <param name="Plan">The plan of that revision: the subscription's, or the one that follows its ended trial.</param>
    /// <param name="Terms">What the subscription adds.</param>
    /// <param name="Exemption">Why the plan's targets do not apply; null when they do.</param>
    public sealed record Allowed(PolicyRevision Revision, Plan Plan, ServiceTerms Terms, Exemption? Exemption) : EntitlementDecision
    {
        /// <summary>Whether the plan's targets apply.</summary>
        public bool TargetsApply => Exemption is null;
    }

    /// <summary>It may not be opened.</summary>
    /// <param name="Reasons">Every reason; at least one.</param>
    public sealed record Refused(ImmutableArray<EntitlementRefusal> Reasons) : EntitlementDecision
    {
        /// <inheritdoc/>
        public bool Equals(Refused? other) => base.Equals(other) && Reasons.SequenceEqual(other!.Reasons);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Reasons.Length);
    }
}
