using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>An obligation that was met.</summary>
internal sealed class CompletionRow
{
    public required string AccountId { get; init; }

    public required string ObligationId { get; init; }

    public required Instant CompleteTime { get; init; }

    public required Instant RecordTime { get; init; }
}
