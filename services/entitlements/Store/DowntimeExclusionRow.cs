using NodaTime;
using SlaPlatform.Contracts.Availability.V1;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A decision that a time of downtime does not count. It is kept when it is taken back, and when facts of the ticket move the downtime.</summary>
internal sealed class DowntimeExclusionRow
{
    public required string AccountId { get; init; }

    public required string Id { get; init; }

    /// <summary>Whose downtime: the resource name of a ticket, or of reported downtime.</summary>
    public required string Subject { get; init; }

    public required Instant StartTime { get; init; }

    /// <summary>Null for as long as the downtime lasts that it begins in.</summary>
    public Instant? EndTime { get; init; }

    public required DowntimeExclusion Cause { get; init; }

    public required string Evidence { get; init; }

    public required string Actor { get; init; }

    public required Instant DecideTime { get; init; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public Instant? RevertTime { get; set; }

    public string RevertActor { get; set; } = "";

    public string RevertReason { get; set; } = "";
}
