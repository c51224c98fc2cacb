using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Grains;

/// <summary>A ticket's record as handed out: within a silo the immutable record itself, between silos its journal.</summary>
/// <param name="record">The record.</param>
[Immutable]
internal sealed class TicketSnapshot(TicketRecord record)
{
    /// <summary>The record.</summary>
    public TicketRecord Record { get; } = record;
}
