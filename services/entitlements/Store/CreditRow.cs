using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A credit that was claimed; one for an instance and month.</summary>
internal sealed class CreditRow
{
    public required string AccountId { get; init; }

    public required string Id { get; init; }

    public required string Instance { get; init; }

    public required int Year { get; init; }

    public required int Month { get; init; }

    /// <summary>The credit's protobuf message.</summary>
    public required byte[] Credit { get; init; }

    public required Instant ClaimTime { get; init; }
}
