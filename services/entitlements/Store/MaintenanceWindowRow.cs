using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A maintenance window.</summary>
internal sealed class MaintenanceWindowRow
{
    public required string AccountId { get; init; }

    public required string Id { get; init; }

    public required string Instance { get; init; }

    public required Instant StartTime { get; init; }

    public required Instant EndTime { get; init; }

    /// <summary>Whether it is scheduled; else it is an emergency.</summary>
    public required bool IsScheduled { get; init; }

    public required Instant NoticeTime { get; init; }

    public required bool IsPlanned { get; init; }

    public Instant? CancelTime { get; set; }

    /// <summary>Grows with every change; its etag.</summary>
    public long Revision { get; set; }
}
