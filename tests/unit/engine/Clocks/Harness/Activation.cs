using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>One activation of a ticket: load, decide, append, swap. Several can live at once, each with a memory of its own.</summary>
internal sealed class Activation(Journal journal, PlanBook book, Faults faults)
{
    private TicketLog? memory;

    /// <summary>Tells facts under a request id. Null when they were refused.</summary>
    public ImmutableArray<Refusal>? Record(string request, Func<Instant> clock, Fact.Opened? opening, ImmutableArray<NewFact> facts)
    {
        ImmutableArray<Refusal>? refused = null;
        Write(request, clock, (log, now) =>
        {
            var decision = log.Facts.IsEmpty
                ? TicketClock.Open(log.TicketId, book, opening!, facts[0].EffectiveTime, now)
                : TicketClock.Record(log, book, facts, now);
            refused = (decision as Decision.Refused)?.Refusals;
            return (decision as Decision.Accepted)?.Turn;
        });
        return refused;
    }

    /// <summary>A wake, fruitless or not, ends in the script.</summary>
    public void Wake(Func<Instant> clock) => Write(null, clock, (log, now) => log.Facts.IsEmpty ? null : TicketClock.Advance(log, book, now));

    private void Write(string? request, Func<Instant> clock, Func<TicketLog, Instant, Turn?> decide)
    {
        while (true)
        {
            faults.MayCrash(3);
            if (faults.Happens(5))
            {
                memory = null;
            }

            var log = memory is { Facts.IsEmpty: false } known ? known : journal.Log;
            memory = log;
            if (request is not null && journal.HasSeen(request))
            {
                return;
            }

            if (decide(log, clock()) is not { } turn)
            {
                // A refusal on a stale memory counts for nothing: the journal's length decides whose view is true.
                if (Journal.LengthOf(log) == journal.Length)
                {
                    return;
                }

                memory = null;
                continue;
            }

            faults.MayCrash(5);
            var appended = journal.Append(Journal.LengthOf(log), request, turn);
            memory = null;
            faults.MayCrash(5);
            if (appended)
            {
                memory = turn.Log;
                return;
            }
        }
    }
}
