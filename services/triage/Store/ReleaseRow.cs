using NodaTime;

namespace SlaPlatform.Triage.Store;

/// <summary>A release of a product.</summary>
internal sealed class ReleaseRow
{
    public required string PolicyId { get; init; }

    public required string Id { get; init; }

    public required string Product { get; init; }

    public required string Version { get; init; }

    public required Instant ReleaseTime { get; init; }

    public required bool IsRoutine { get; init; }

    public Instant? SupportEnd { get; set; }

    /// <summary>Grows with every change; its etag.</summary>
    public long Revision { get; set; }
}
