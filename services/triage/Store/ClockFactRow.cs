using NodaTime;

namespace SlaPlatform.Triage.Store;

/// <summary>A fact for a ticket's clock: written with the decision it follows from, and sent until the clock has answered.</summary>
internal sealed class ClockFactRow
{
    /// <summary>The request id under which the clock is told, always the same: told twice, it takes it once.</summary>
    public required string FactId { get; init; }

    public required string TicketId { get; init; }

    /// <summary>Its place among the ticket's facts, from 1: the clock is told in this order.</summary>
    public required long Sequence { get; init; }

    /// <summary>The whole request.</summary>
    public required byte[] Request { get; init; }

    public required Instant RecordTime { get; init; }

    public ClockFactState State { get; set; }

    /// <summary>Why the clock refused it; empty unless it did.</summary>
    public string Refusal { get; set; } = "";
}
