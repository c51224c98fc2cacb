using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>A plan bought for a term.</summary>
public sealed record Subscription
{
    /// <summary>The subscription's id in its account.</summary>
    public required string Id { get; init; }

    /// <summary>The policy's id.</summary>
    public required string PolicyId { get; init; }

    /// <summary>The plan's id in the policy.</summary>
    public required string PlanId { get; init; }

    /// <summary>The revision it is pinned to, or null for the one in force when a request is received.</summary>
    public string? PinnedRevision { get; init; }

    /// <summary>First and last day of the term, both inclusive, in the zone of <see cref="Terms"/>.</summary>
    public required DateInterval Term { get; init; }

    /// <summary>ISO 3166-1 alpha-2 country of the account.</summary>
    public required string Region { get; init; }

    /// <summary>Last day of the trial, inclusive; null when it is no trial.</summary>
    public LocalDate? TrialEnd { get; init; }

    /// <summary>When it was cancelled to end, exclusive; null when it was not.</summary>
    public Instant? CancelledFrom { get; init; }

    /// <summary>What it adds to the plan: zone, readings, holidays and own hours.</summary>
    public required ServiceTerms Terms { get; init; }

    /// <summary>Products on the order; empty means all.</summary>
    public ImmutableSortedSet<string> Products { get; init; } = [];

    /// <summary>The first instant of the term.</summary>
    public Instant Start => StartOfDay(Term.Start);

    /// <summary>The instant after the term, or after its cancellation when that is earlier.</summary>
    public Instant End => CancelledFrom is { } cancelled ? Instant.Min(cancelled, TermEnd) : TermEnd;

    private Instant TermEnd => StartOfDay(Term.End.PlusDays(1));

    /// <summary>How it stands at an instant.</summary>
    public SubscriptionState StateAt(Instant at) => at switch
    {
        _ when CancelledFrom is { } cancelled && at >= cancelled => SubscriptionState.Cancelled,
        _ when at < Start => SubscriptionState.Upcoming,
        _ when at >= TermEnd => SubscriptionState.Expired,
        _ when TrialEnd is null => SubscriptionState.Active,
        _ when TrialEndedBy(at) => SubscriptionState.TrialEnded,
        _ => SubscriptionState.Trial,
    };

    /// <summary>Whether its term covers an instant; a trial that has ended still does.</summary>
    public bool InForceAt(Instant at) => Start <= at && at < End;

    /// <summary>Whether its trial was over by an instant; false when it is no trial.</summary>
    public bool TrialEndedBy(Instant at) => TrialEnd is { } last && at >= StartOfDay(last.PlusDays(1));

    /// <summary>Whether a product is on the order.</summary>
    public bool Covers(string product) => Products.IsEmpty || Products.Contains(product);

    /// <summary>Whether another subscription would cover a product of the same policy at the same time.</summary>
    public bool Overlaps(Subscription other) =>
        PolicyId == other.PolicyId
        && Start < other.End && other.Start < End
        && (Products.IsEmpty || other.Products.IsEmpty || Products.Overlaps(other.Products));

    private Instant StartOfDay(LocalDate date) => DateTimeZoneProviders.Tzdb[Terms.TimeZone].AtStartOfDay(date).ToInstant();
}
