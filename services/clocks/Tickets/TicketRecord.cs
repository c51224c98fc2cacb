using System.Collections.Immutable;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>A ticket's journal in memory: the engine's log and the order in which facts and signals stand.</summary>
/// <param name="Log">What the engine decides on.</param>
/// <param name="Entries">The journal.</param>
internal sealed record TicketRecord(TicketLog Log, ImmutableList<JournalEntry> Entries)
{
    /// <summary>The ticket's id.</summary>
    public string Id => Log.TicketId;

    /// <summary>Whether there is no such ticket.</summary>
    public bool IsEmpty => Entries.IsEmpty;

    /// <summary>The opening.</summary>
    public Fact.Opened Opening => (Fact.Opened)Log.Facts[0].Fact;

    /// <summary>How the ticket came in.</summary>
    public Intake Intake => ((JournalEntry.Told)Entries[0]).Note.Intake ?? new Intake();

    /// <summary>Every plan that a fact names.</summary>
    public IEnumerable<PlanReference> Plans => Log.Facts.Select(PlanOf).OfType<PlanReference>();

    /// <summary>A ticket's record from its journal.</summary>
    public static TicketRecord Of(string ticketId, IEnumerable<JournalEntry> entries)
    {
        ImmutableList<JournalEntry> all = [.. entries];
        var log = TicketLog.Empty(ticketId).Append(
            all.OfType<JournalEntry.Told>().Select(told => told.Fact),
            all.OfType<JournalEntry.Raised>().Select(raised => raised.Signal));
        return new TicketRecord(log, all);
    }

    /// <summary>What a turn adds to the journal, in order.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="notes">One for each of its facts.</param>
    public static ImmutableArray<JournalEntry> EntriesOf(Turn turn, ImmutableArray<FactNote> notes) =>
    [
        .. turn.Before.Select(signal => new JournalEntry.Raised(signal)),
        .. turn.Facts.Select((fact, index) => new JournalEntry.Told(fact, notes[index])),
        .. turn.After.Select(signal => new JournalEntry.Raised(signal)),
    ];

    /// <summary>The record with a turn.</summary>
    public TicketRecord With(Turn turn, ImmutableArray<JournalEntry> entries) => new(turn.Log, Entries.AddRange(entries));

    private static PlanReference? PlanOf(RecordedFact fact) => fact.Fact switch
    {
        Fact.Opened opened => opened.Plan,
        Fact.PlanChanged changed => changed.Plan,
        _ => null,
    };
}
