using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Grains;

/// <summary>A ticket's record as handed out: within a silo the immutable record itself, between silos as it is stored.</summary>
/// <param name="record">The record.</param>
[Immutable]
internal sealed class HandedRecord(TicketRecord record)
{
    /// <summary>The record.</summary>
    public TicketRecord Record { get; } = record;
}
