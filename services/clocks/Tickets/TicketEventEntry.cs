using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>Something that watchers are told of a ticket.</summary>
/// <param name="TicketId">The ticket's id.</param>
/// <param name="Account"><c>accounts/{account}</c>.</param>
/// <param name="Level">The ruling level after the turn.</param>
internal abstract record TicketEventEntry(string TicketId, string Account, int Level)
{
    /// <summary>A journal record was added.</summary>
    /// <param name="TicketId">The ticket's id.</param>
    /// <param name="Account"><c>accounts/{account}</c>.</param>
    /// <param name="Level">The ruling level after the turn.</param>
    /// <param name="Entry">The record.</param>
    public sealed record Added(string TicketId, string Account, int Level, JournalEntry Entry)
        : TicketEventEntry(TicketId, Account, Level);

    /// <summary>A due time moved, appeared or went away.</summary>
    /// <param name="TicketId">The ticket's id.</param>
    /// <param name="Account"><c>accounts/{account}</c>.</param>
    /// <param name="Level">The ruling level after the turn.</param>
    /// <param name="Milestone">The milestone.</param>
    /// <param name="State">How it stands.</param>
    /// <param name="DueTime">When it is due now, or null.</param>
    /// <param name="Retargeted">Whether another version of engine or tzdb is the cause; else a fact is.</param>
    public sealed record DueMoved(
        string TicketId, string Account, int Level, MilestoneId Milestone, MilestoneState State, Instant? DueTime, bool Retargeted)
        : TicketEventEntry(TicketId, Account, Level);
}
