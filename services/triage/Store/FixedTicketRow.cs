namespace SlaPlatform.Triage.Store;

/// <summary>A ticket that a release fixes, with the fact that its clock is told.</summary>
internal sealed class FixedTicketRow
{
    public required string PolicyId { get; init; }

    public required string ReleaseId { get; init; }

    public required string TicketId { get; init; }

    public required string FactId { get; init; }
}
