using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>One activation of a ticket: load, decide, append, swap. Several can live at once, each with a memory of its own.</summary>
internal sealed class Activation(Journal journal, PlanBook book, Faults faults)
{
    private Memory? memory;

    /// <summary>Tells facts under a request id. Null when they were refused.</summary>
    public ImmutableArray<Refusal>? Record(string request, Func<Instant> clock, Fact.Opened? opening, ImmutableArray<NewFact> facts)
    {
        ImmutableArray<Refusal>? refused = null;
        Write(request, clock, (log, now) =>
        {
            var decision = log.FactCount == 0
                ? TicketClock.Open(log.TicketId, book, opening!, facts[0].EffectiveTime, now)
                : TicketClock.Record(log, book, facts, now);
            refused = (decision as Decision.Refused)?.Refusals;
            return decision;
        });
        return refused;
    }

    /// <summary>A wake, fruitless or not, ends in the script.</summary>
    public void Wake(Func<Instant> clock) =>
        Write(null, clock, (log, now) => log.FactCount == 0 ? new Decision.Refused([]) : new Decision.Accepted(TicketClock.Advance(log, book, now)));

    private void Write(string? request, Func<Instant> clock, Func<TicketLog, Instant, Decision> decide)
    {
        while (true)
        {
            faults.MayCrash(3);
            if (faults.Happens(5))
            {
                memory = null;
            }

            var known = memory is { Length: > 0 } kept ? kept : journal.Load();
            memory = known;
            if (request is not null && journal.HasSeen(request))
            {
                return;
            }

            var decision = decide(known.Log, clock());
            if (decision is Decision.NeedsWhole)
            {
                known = journal.Whole;
                decision = decide(known.Log, clock());
            }

            if (decision is not Decision.Accepted { Turn: var turn })
            {
                // A refusal on a stale memory counts for nothing: the journal's length decides whose view is true.
                if (known.Length == journal.Length)
                {
                    return;
                }

                memory = null;
                continue;
            }

            faults.MayCrash(5);
            var appended = journal.Append(known.Length, request, turn);
            memory = null;
            faults.MayCrash(5);
            if (appended)
            {
                memory = new(turn.Log, journal.Length);
                return;
            }
        }
    }
}
