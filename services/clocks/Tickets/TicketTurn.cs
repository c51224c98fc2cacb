using System.Collections.Immutable;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>A decided turn of a ticket: its record afterwards, and all that is to be stored. Pure.</summary>
/// <param name="Record">The record afterwards; since a snapshot when the turn writes one.</param>
/// <param name="View">How the ticket stands afterwards.</param>
/// <param name="Append">What to store.</param>
/// <param name="Added">The records added.</param>
internal sealed record TicketTurn(TicketRecord Record, TicketView View, Append Append, ImmutableArray<JournalEntry> Added)
{
    /// <summary>Prepares a turn for storing.</summary>
    /// <param name="before">The record before it.</param>
    /// <param name="turn">What the engine decided.</param>
    /// <param name="notes">One for each fact of the turn.</param>
    /// <param name="book">The terms that the facts name.</param>
    /// <param name="request">The request served, or null.</param>
    /// <param name="listed">For a turn after a change of engine or tzdb, what lists showed before; else null.</param>
    /// <param name="snapshotEvery">How many records may be held one by one before a snapshot stands for them.</param>
    public static TicketTurn Of(
        TicketRecord before, Turn turn, ImmutableArray<FactNote> notes, PlanBook book, RequestMark? request, TicketDigest? listed = null, int snapshotEvery = JournalOptions.DefaultSnapshotEvery)
    {
        var added = TicketRecord.EntriesOf(turn, notes);
        return Of(
            before, turn, added, book, request, (after, view, digest) => Events(before, turn, added, after, view).Concat(Retargeted(after, view, listed, digest)), snapshotEvery);
    }

    /// <summary>Prepares a turn for storing, of which watchers are told otherwise.</summary>
    /// <param name="before">The record before it.</param>
    /// <param name="turn">What the engine decided.</param>
    /// <param name="added">The records that it adds.</param>
    /// <param name="book">The terms that the facts name.</param>
    /// <param name="request">The request served, or null.</param>
    /// <param name="eventsOf">What watchers are told of the ticket as it stands afterwards.</param>
    /// <param name="snapshotEvery">How many records may be held one by one before a snapshot stands for them.</param>
    public static TicketTurn Of(
        TicketRecord before,
        Turn turn,
        ImmutableArray<JournalEntry> added,
        PlanBook book,
        RequestMark? request,
        Func<TicketRecord, TicketView, TicketDigest, IEnumerable<TicketEventEntry>> eventsOf,
        int snapshotEvery)
    {
        var after = before.With(turn, added);
        var view = turn.ViewAfter();
        var digest = Summaries.Of(after, view);
        var kept = after.Held >= snapshotEvery && TicketClock.Checkpoint(after.Log, book) is { } checkpoint ? after.At(checkpoint) : after;
        return new TicketTurn(
            kept,
            view,
            new Append
            {
                TicketId = after.Id,
                ExpectedLength = before.Length,
                Records = [.. added.Select(EntryCodec.Write)],
                Events = [.. eventsOf(after, view, digest).Select(EventCodec.Write)],
                Time = turn.RecordTime,
                NextWake = turn.NextWake,
                Summary = digest,
                Request = request,
                Snapshot = ReferenceEquals(kept, after) ? null : SnapshotCodec.Write(kept.Snapshot!),
            },
            added);
    }

    private static IEnumerable<TicketEventEntry> Events(
        TicketRecord before, Turn turn, ImmutableArray<JournalEntry> added, TicketRecord after, TicketView view)
    {
        var account = after.Intake.Account;
        var events = added.Select(TicketEventEntry (entry) => new TicketEventEntry.Added(after.Id, account, view.RulingLevel, entry));
        if (turn.Facts.IsEmpty)
        {
            return events;
        }

        var known = turn.ViewBefore(before.Log)?.Milestones.ToDictionary(milestone => milestone.Id, milestone => milestone.DueTime) ?? [];
        var moved = view.Milestones
            .Where(milestone => known.GetValueOrDefault(milestone.Id) != milestone.DueTime)
            .Select(milestone => new TicketEventEntry.DueMoved(
                after.Id, account, view.RulingLevel, milestone.Id, milestone.State, milestone.DueTime, Retargeted: false));
        // A late fact can show that an occurrence never began.
        var gone = known.Where(entry => entry.Value is not null).Select(entry => entry.Key).Except(view.Milestones.Select(milestone => milestone.Id))
            .Select(id => new TicketEventEntry.DueMoved(after.Id, account, view.RulingLevel, id, MilestoneState.Cancelled, DueTime: null, Retargeted: false));
        return events.Concat(moved).Concat(gone);
    }

    private static IEnumerable<TicketEventEntry> Retargeted(TicketRecord after, TicketView view, TicketDigest? listed, TicketDigest digest)
    {
        if (listed is null)
        {
            return [];
        }

        var milestones = view.Milestones.ToDictionary(milestone => milestone.Id);
        return listed.Dues is { } dues
            ? dues.Where(entry => milestones.GetValueOrDefault(entry.Key)?.DueTime != entry.Value).Select(entry => Moved(entry.Key, milestones.GetValueOrDefault(entry.Key)))
            : Stands(view, listed, digest) ? [] : digest.Dues!.Keys.Select(id => Moved(id, milestones[id]));

        TicketEventEntry.DueMoved Moved(MilestoneId id, MilestoneView? milestone) => new(
            after.Id, after.Intake.Account, view.RulingLevel, id, milestone?.State ?? MilestoneState.Cancelled, milestone?.DueTime, Retargeted: true);
    }

    /// <summary>Whether the due time that lists showed is still a milestone's, met or passed meanwhile as it may be; all that a summary without due times tells.</summary>
    private static bool Stands(TicketView view, TicketDigest listed, TicketDigest digest) =>
        listed.NextDue is { } due ? view.Milestones.Any(milestone => milestone.DueTime == due) : digest.NextDue is null;
}
