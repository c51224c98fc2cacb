using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Clocks.Grains.Placement;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Grains;

/// <summary>The shell of a ticket's clock: load, decide, store, keep, tell. A failed or doubtful write leaves nothing in memory.</summary>
[TicketPlacement]
[GrainType("ticket")]
internal sealed class TicketGrain(
    TicketJournal journal, TicketIndex index, TicketDecider decider, PlanBooks books, TurnPublisher publisher, ClockMetrics metrics, TimeProvider clock, ILogger<TicketGrain> logger)
    : Grain, ITicketGrain
{
    private const int Attempts = 4;

    private string Id => this.GetPrimaryKeyString();

    private TicketMemory Memory => field ??= new TicketMemory(journal, Id, logger);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    public Task<TicketReply> Find(RequestMark request) => Answer(request, async () =>
        await Memory.Current() is { IsEmpty: false } ? TicketReply.Of(TicketOutcome.Exists) : TicketReply.Of(TicketOutcome.NotFound));

    public Task<TicketReply> Read() => Answer(null, async () =>
        await Memory.Current() is { IsEmpty: false } record ? TicketReply.Of(record) : TicketReply.Of(TicketOutcome.NotFound));

    public Task<TicketReply> Open(OpenCommand command)
    {
        // Whoever opens has looked before; where there is a ticket after all, the append refuses.
        TicketRecord? supposed = TicketRecord.Of(Id, []);
        return Answer(command.Request, async () =>
        {
            var record = Memory.Known ?? supposed ?? await Memory.Current();
            supposed = null;
            if (!record.IsEmpty)
            {
                return TicketReply.Of(TicketOutcome.Exists);
            }

            var (fact, note) = FactCodec.FromBytes(command.Opening);
            var opening = (Fact.Opened)fact;
            var book = await books.Of([opening.Plan]);
            var decision = TicketClock.Open(Id, book, opening, Times.ReadOptional(command.ReceivedTime), Now);
            return await Settle(record, decision, [note], book, command.Request);
        });
    }

    public Task<TicketReply> Tell(TellCommand command) => Answer(command.Request, async () =>
    {
        var record = await Memory.Current();
        if (record.IsEmpty)
        {
            return TicketReply.Of(TicketOutcome.NotFound);
        }

        if (command.Etag.Length > 0 && command.Etag != Etags.Of(record))
        {
            return await Memory.Confirm(record, TicketReply.Of(TicketOutcome.StaleEtag));
        }

        var (fact, note) = FactCodec.FromBytes(command.Fact);
        return await decider.Decide(record, new NewFact(fact, Times.ReadOptional(command.EffectiveTime)), Now) is var (decided, book, decision)
            ? await Settle(decided, decision, [note], book, command.Request)
            : Memory.Outrun();
    });

    public async Task<WakeReply> Wake(bool recomputed)
    {
        var (turn, passing) = ((TicketTurn?)null, recomputed && Memory.Known is null);
        var reply = await Answer(null, async () =>
        {
            var record = await Memory.Current();
            if (record.IsEmpty)
            {
                return await Memory.ClearWake();
            }

            var book = await books.Of(record.Log.Plans);
            turn = TicketTurn.Of(record, TicketClock.Advance(record.Log, book, Now), [], book, null, recomputed ? await index.Find(Id) : null, journal.SnapshotEvery);
            return await Store(turn);
        });
        if (passing)
        {
            DeactivateOnIdle();
        }

        return metrics.Woken(WakeReply.Of(reply.Outcome, turn?.Append.NextWake));
    }

    private async Task<TicketReply> Settle(TicketRecord record, Decision decision, ImmutableArray<FactNote> notes, PlanBook book, RequestMark request) => decision switch
    {
        Decision.Accepted { Turn: var turn } => await Store(TicketTurn.Of(record, turn, notes, book, request, snapshotEvery: journal.SnapshotEvery)),
        Decision.Refused refused => await Memory.Confirm(record, TicketReply.Refused(refused.Refusals)),
        _ => throw new InvalidOperationException("A decision on a whole record is either accepted or refused."),
    };

    /// <summary>
    /// Serves a request once, however often it comes, and again after another writer was first. An append finds a request that was served before; Redis is asked
    /// only where none was made, which saves every other request a way there.
    /// </summary>
    private async Task<TicketReply> Answer(RequestMark? request, Func<Task<TicketReply>> step)
    {
        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                var reply = await step();
                if (reply.Outcome == TicketOutcome.Done)
                {
                    return reply;
                }

                if (await Memory.Served(request) is { } served)
                {
                    return served;
                }

                if (reply.Outcome != TicketOutcome.Conflict)
                {
                    return reply;
                }
            }

            return Memory.OutrunBy(Attempts);
        }
        catch (JournalUnavailableException e)
        {
            return Memory.Lose(e);
        }
    }

    private async Task<TicketReply> Store(TicketTurn turn)
    {
        var reply = await Memory.Store(turn);
        if (reply.Outcome == TicketOutcome.Done)
        {
            publisher.Publish(turn);
        }

        return reply;
    }
}
