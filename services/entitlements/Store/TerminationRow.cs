using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A subscription that left for a sunset, with what was quoted to it.</summary>
internal sealed class TerminationRow
{
    public required string AccountId { get; init; }

    public required string SubscriptionId { get; init; }

    public required string SunsetId { get; init; }

    public required string Feature { get; init; }

    public required bool WholeAgreement { get; init; }

    /// <summary>From when the feature, or the subscription, is over: the start of the day after the last paid one.</summary>
    public required Instant OverFrom { get; init; }

    /// <summary>The quote's protobuf message.</summary>
    public required byte[] Quote { get; init; }

    public required Instant RecordTime { get; init; }
}
