using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A subscription as it is stored: what is searched for in columns, what the caller gave as the contract's message.</summary>
internal sealed class SubscriptionRow
{
    public required string AccountId { get; init; }

    public required string Id { get; init; }

    public required string PolicyId { get; set; }

    public required string PlanId { get; set; }

    public required LocalDate StartDate { get; set; }

    public required LocalDate EndDate { get; set; }

    /// <summary>The subscription's protobuf message without its outputs.</summary>
    public required byte[] Message { get; set; }

    /// <summary>When it was cancelled; null when it was not.</summary>
    public Instant? CancelTime { get; set; }

    /// <summary>From when the cancellation holds; null when it was not cancelled.</summary>
    public Instant? CancelledFrom { get; set; }

    public string CancelReason { get; set; } = "";

    public required Instant CreateTime { get; init; }

    /// <summary>Grows with every change; its etag.</summary>
    public long Revision { get; set; }
}
