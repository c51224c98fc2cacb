using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A time in which the service was down.</summary>
internal sealed class DowntimeRow
{
    public required string AccountId { get; init; }

    public required string Id { get; init; }

    public required string Instance { get; set; }

    public required Instant StartTime { get; set; }

    /// <summary>Null while it lasts.</summary>
    public Instant? EndTime { get; set; }

    /// <summary>The ticket that tells it; null when it was reported.</summary>
    public string? TicketId { get; init; }

    /// <summary>Grows with every change; its etag.</summary>
    public long Revision { get; set; }
}
