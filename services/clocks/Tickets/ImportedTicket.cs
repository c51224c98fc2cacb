using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>A ticket of the past that is to be taken over. Pure.</summary>
/// <param name="Opening">The opening.</param>
/// <param name="Note">What is kept with it.</param>
/// <param name="ReceivedTime">When it was received; null for now.</param>
/// <param name="Facts">What happened since, in any order, each with what is kept with it.</param>
internal sealed record ImportedTicket(Fact.Opened Opening, FactNote Note, Instant? ReceivedTime, ImmutableArray<(NewFact Fact, FactNote Note)> Facts)
{
    /// <summary>Every plan that it names.</summary>
    public IEnumerable<PlanReference> Plans =>
        Facts.Select(told => told.Fact.Fact).OfType<Fact.PlanChanged>().Select(changed => changed.Plan).Prepend(Opening.Plan);

    /// <summary>Lets the engine decide.</summary>
    public Decision Decide(string ticketId, PlanBook book, Instant now) =>
        TicketClock.Import(ticketId, book, Opening, ReceivedTime, [.. Facts.Select(told => told.Fact)], now);

    /// <summary>Prepares the decided turn for storing.</summary>
    public TicketTurn TurnOf(Turn turn, PlanBook book, int snapshotEvery)
    {
        // The engine tells them in effective order, those of one instant as given.
        var notes = Facts.OrderBy(told => told.Fact.EffectiveTime).Select(told => told.Note);
        var added = TicketRecord.EntriesOf(turn, [Note, .. notes]);
        return TicketTurn.Of(
            TicketRecord.Of(turn.Log.TicketId, []), turn, added, book, request: null, (after, view, _) => Events(added, after, view), snapshotEvery);
    }

    /// <summary>Watchers hear that the ticket is there, what was raised and what is due; its past would push out of the outbox what happens now.</summary>
    private static IEnumerable<TicketEventEntry> Events(ImmutableArray<JournalEntry> added, TicketRecord after, TicketView view)
    {
        var account = after.Intake.Account;
        var told = added.Where((entry, index) => index == 0 || entry is JournalEntry.Raised)
            .Select(TicketEventEntry (entry) => new TicketEventEntry.Added(after.Id, account, view.RulingLevel, entry));
        var due = view.Milestones
            .Where(milestone => milestone is { State: MilestoneState.Running or MilestoneState.NotStarted, DueTime: not null })
            .Select(TicketEventEntry (milestone) => new TicketEventEntry.DueMoved(
                after.Id, account, view.RulingLevel, milestone.Id, milestone.State, milestone.DueTime, Retargeted: false));
        return told.Concat(due);
    }
}
