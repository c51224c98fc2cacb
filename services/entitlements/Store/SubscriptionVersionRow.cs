using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>What a subscription's allowances and obligations depend on, from one of its changes to the next. Rows are added and never changed.</summary>
internal sealed class SubscriptionVersionRow
{
    public required string AccountId { get; init; }

    public required string SubscriptionId { get; init; }

    /// <summary>1 for the first, growing by one.</summary>
    public required int Number { get; init; }

    /// <summary>From when it stood so.</summary>
    public required Instant FromTime { get; init; }

    public required string PolicyId { get; init; }

    public required string PlanId { get; init; }

    /// <summary>The revision it is pinned to; null for the one in force.</summary>
    public string? PinnedRevision { get; init; }

    public required string TimeZone { get; init; }

    public required LocalDate StartDate { get; init; }

    public required LocalDate EndDate { get; init; }

    public LocalDate? TrialEndDate { get; init; }

    public Instant? CancelledFrom { get; init; }
}
