using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A reservation while it is held.</summary>
internal sealed class AllowanceHoldRow
{
    public required string AccountId { get; init; }

    public required string SubscriptionId { get; init; }

    public required string Feature { get; init; }

    public required string Reservation { get; init; }

    public required decimal Quantity { get; init; }

    public required Instant Until { get; init; }
}
