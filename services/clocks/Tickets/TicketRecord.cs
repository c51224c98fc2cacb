using System.Collections.Immutable;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Clocks.Checkpoints;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>A ticket in memory: what the engine decides on, whole or since a snapshot, and how long its journal is.</summary>
/// <param name="Log">What the engine decides on.</param>
/// <param name="Length">The length of the journal.</param>
/// <param name="Intake">How the ticket came in.</param>
/// <param name="Position">How many records of the journal the log's checkpoint stands for; 0 without one.</param>
internal sealed record TicketRecord(TicketLog Log, int Length, Intake Intake, int Position)
{
    /// <summary>How the ticket stood when a turn just stored was decided, so that its answer need not be folded again; null anywhere else. Never held.</summary>
    public TicketView? Stood { get; init; }

    /// <summary>The ticket's id.</summary>
    public string Id => Log.TicketId;

    /// <summary>Whether there is no such ticket.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Whether nothing stands for a part of the journal.</summary>
    public bool IsWhole => Log.Since is null;

    /// <summary>How many records it holds one by one.</summary>
    public int Held => Length - Position;

    /// <summary>Whether the ticket goes on in another one.</summary>
    public bool IsMerged => Log.Since is { Course.Ends.MergedInto: not null } || Log.Facts.Any(fact => fact.Fact is Fact.Merged);

    /// <summary>What stands for the records not held, or null.</summary>
    public TicketSnapshot? Snapshot => Log.Since is { } since ? new TicketSnapshot(ClockFold.Version, Position, Intake, since) : null;

    /// <summary>The records held: facts, then signals. With the opening goes how the ticket came in, other notes are in the journal alone.</summary>
    public IEnumerable<JournalEntry> Entries =>
        Log.Facts.Select(JournalEntry (fact) => new JournalEntry.Told(fact, fact.Fact is Fact.Opened ? new FactNote { Intake = Intake } : FactNote.None))
            .Concat(Log.Signals.Select(signal => new JournalEntry.Raised(signal)));

    /// <summary>A ticket's record from its journal, or from a snapshot and the journal after it.</summary>
    public static TicketRecord Of(string ticketId, IReadOnlyCollection<JournalEntry> entries, TicketSnapshot? snapshot = null)
    {
        var log = (snapshot is null ? TicketLog.Empty(ticketId) : TicketLog.From(ticketId, snapshot.Checkpoint)).Append(
            entries.OfType<JournalEntry.Told>().Select(told => told.Fact),
            entries.OfType<JournalEntry.Raised>().Select(raised => raised.Signal));
        var position = snapshot?.Position ?? 0;
        return new TicketRecord(log, position + entries.Count, snapshot?.Intake ?? IntakeOf(entries), position);
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
    public TicketRecord With(Turn turn, ImmutableArray<JournalEntry> entries) =>
        new(turn.Log, Length + entries.Length, IsEmpty ? IntakeOf(entries) : Intake, Position);

    /// <summary>The same record, all of it in a checkpoint.</summary>
    public TicketRecord At(TicketCheckpoint checkpoint) => new(TicketLog.From(Id, checkpoint), Length, Intake, Length);

    private static Intake IntakeOf(IEnumerable<JournalEntry> entries) =>
        entries.OfType<JournalEntry.Told>().FirstOrDefault()?.Note.Intake ?? new Intake();
}
