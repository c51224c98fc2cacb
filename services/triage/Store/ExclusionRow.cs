using NodaTime;

namespace SlaPlatform.Triage.Store;

/// <summary>A clause and a ticket about which something was decided; its steps say what.</summary>
internal sealed class ExclusionRow
{
    public required string TicketId { get; init; }

    public required string Clause { get; init; }

    public required string AccountId { get; init; }

    /// <summary>The policy and the revision that the ticket ran under at the last decision.</summary>
    public required string PolicyId { get; set; }

    public required string RevisionId { get; set; }

    public required Instant CreateTime { get; init; }
}
