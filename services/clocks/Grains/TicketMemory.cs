using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Grains;

/// <summary>
/// A ticket's record in memory, read from its journal once and written through to it. What turns out not to be all that is stored is held no longer, nor is what
/// was read before a lost connection: an append sees the journal's length alone, and Redis may have come back with another journal as long. That a ticket does not
/// exist is never kept: another silo may open it.
/// </summary>
internal sealed partial class TicketMemory(TicketJournal journal, string ticketId, ILogger logger)
{
    private (TicketRecord Record, JournalContents Contents)? held;

    /// <summary>The record held, or null.</summary>
    public TicketRecord? Known => held is { } kept && kept.Contents == journal.Contents ? kept.Record : null;

    /// <summary>The record held, or else the journal's.</summary>
    public async Task<TicketRecord> Current()
    {
        if (Known is { } record)
        {
            return record;
        }

        var contents = journal.Contents;
        record = await journal.Load(ticketId);
        if (!record.IsWhole)
        {
            LoadedFromSnapshot(ticketId, record.Position, record.Held);
        }

        held = record.IsEmpty ? null : (record, contents);
        return record;
    }

    /// <summary>Holds nothing, so that the next look is at the journal.</summary>
    public void Forget() => held = null;

    /// <summary>A refusal stands only if it was decided on all that is stored; an append finds that out by itself.</summary>
    public async Task<TicketReply> Confirm(TicketRecord record, TicketReply refusal) =>
        await journal.Length(ticketId) == record.Length ? refusal : Outrun();

    /// <summary>What a request that was used before gets; null for a new one.</summary>
    public async Task<TicketReply?> Served(RequestMark? request) => (request is null ? RequestUse.New : await journal.FindUse(ticketId, request)) switch
    {
        RequestUse.Repeat => await UpToDate() is { IsEmpty: false } record ? TicketReply.Of(record, TicketOutcome.Repeat) : TicketReply.Of(TicketOutcome.NotFound),
        RequestUse.OtherBody => TicketReply.Of(TicketOutcome.RequestReused),
        _ => null,
    };

    /// <summary>Writes a turn, and holds its record once it stands in the journal.</summary>
    public async Task<TicketReply> Store(TicketTurn turn)
    {
        var (before, contents) = (held, journal.Contents);
        if (turn.Append.ExpectedLength > 0 && before?.Contents != contents)
        {
            return Outrun();
        }

        // Nothing is held while it is not known what is stored, however the append ends.
        Forget();
        switch (await journal.Append(turn.Append))
        {
            case AppendOutcome.Appended:
                held = (turn.Record, contents);
                return TicketReply.Of(turn.Record with { Stood = turn.View });
            case AppendOutcome.RequestReused:
                held = before;
                return TicketReply.Of(TicketOutcome.RequestReused);
            case AppendOutcome.Conflict:
                CameSecond(ticketId, turn.Append.ExpectedLength);
                return Outrun();
            default:
                // A request seen by the script alone was stored by an append whose answer was lost: the next attempt finds it.
                return Outrun();
        }
    }

    /// <summary>Ends the wake of a ticket that does not exist.</summary>
    public async Task<TicketReply> ClearWake() =>
        await journal.Append(new Append { TicketId = ticketId, ExpectedLength = 0 }) == AppendOutcome.Appended ? TicketReply.Of(TicketOutcome.NotFound) : Outrun();

    /// <summary>The answer where another writer was first: the next look is at the journal.</summary>
    public TicketReply Outrun()
    {
        Forget();
        return TicketReply.Of(TicketOutcome.Conflict);
    }

    /// <summary>The answer where other writers were first every time.</summary>
    public TicketReply OutrunBy(int attempts)
    {
        OutrunAgain(ticketId, attempts);
        return Outrun();
    }

    /// <summary>The answer where Redis did not say what became of a write or a read.</summary>
    public TicketReply Lose(JournalUnavailableException e)
    {
        Forget();
        NotStored(ticketId, e.InnerException?.Message ?? e.Message);
        return TicketReply.Of(TicketOutcome.Unavailable);
    }

    // What was done before may have been done by another activation: the record held may end before it.
    private async Task<TicketRecord> UpToDate()
    {
        if (Known is { } record && await journal.Length(ticketId) != record.Length)
        {
            Forget();
        }

        return await Current();
    }
}
