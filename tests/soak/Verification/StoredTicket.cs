using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Soak.Verification;

/// <summary>What Redis holds of a ticket.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Entries">The journal.</param>
/// <param name="Book">The terms that its facts name.</param>
/// <param name="IndexedWake">Its entry in the due index, or null.</param>
internal sealed record StoredTicket(string Id, ImmutableArray<JournalEntry> Entries, PlanBook Book, Instant? IndexedWake)
{
    /// <summary>The facts with what was noted of them.</summary>
    public ImmutableArray<JournalEntry.Told> Facts { get; } = [.. Entries.OfType<JournalEntry.Told>()];

    /// <summary>The signals.</summary>
    public ImmutableArray<Signal> Signals { get; } = [.. Entries.OfType<JournalEntry.Raised>().Select(raised => raised.Signal)];

    /// <summary>The engine's view of the journal.</summary>
    public TicketLog Log => TicketLog.Empty(Id).Append(Facts.Select(told => told.Fact), Signals);
}
