using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Runs a ticket's whole life at once, every wake on time.</summary>
public static class Simulation
{
    /// <summary>Runs a ticket.</summary>
    /// <param name="ticketId">The ticket's id; part of the signals' ids.</param>
    /// <param name="book">The terms that the facts name.</param>
    /// <param name="opening">The opening; its fact must be <see cref="Fact.Opened"/>.</param>
    /// <param name="facts">The other facts in any order; they are told in the order in which they are learnt, those of one instant in the order given.</param>
    /// <param name="until">The instant up to which signals are raised; facts learnt later are left out.</param>
    /// <param name="cancellation">Looked at before every turn: a long life takes long.</param>
    /// <returns>The record, and the facts that were refused.</returns>
    /// <exception cref="ArgumentException"><paramref name="opening"/> is another fact.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SimulationResult Run(
        string ticketId, PlanBook book, SimulatedFact opening, IEnumerable<SimulatedFact> facts, Instant until, CancellationToken cancellation = default)
    {
        if (opening.Fact is not Fact.Opened opened)
        {
            throw new ArgumentException("A ticket's life begins with its opening.", nameof(opening));
        }

        var refused = ImmutableArray.CreateBuilder<RefusedFact>();
        switch (TicketClock.Open(ticketId, book, opened, opening.EffectiveTime, opening.Learnt))
        {
            case Decision.Refused no:
                refused.Add(new RefusedFact(opening, no.Refusals));
                return new SimulationResult(TicketLog.Empty(ticketId), refused.ToImmutable());
            case Decision.Accepted { Turn: var first }:
                var last = facts.Where(fact => fact.Learnt <= until).OrderBy(fact => fact.Learnt)
                    .Aggregate(first, (turn, fact) => Tell(turn, book, fact, refused, cancellation));
                var woken = WakeUpTo(last, book, until, cancellation);
                return new SimulationResult(TicketClock.Advance(woken.Log, book, until).Log, refused.ToImmutable());
            default:
                throw new InvalidOperationException("A decision is either accepted or refused.");
        }
    }

    private static Turn Tell(
        Turn turn, PlanBook book, SimulatedFact fact, ImmutableArray<RefusedFact>.Builder refused, CancellationToken cancellation)
    {
        var woken = WakeUpTo(turn, book, fact.Learnt, cancellation);
        cancellation.ThrowIfCancellationRequested();
        switch (TicketClock.Record(woken.Log, book, [new NewFact(fact.Fact, fact.EffectiveTime)], fact.Learnt))
        {
            case Decision.Accepted accepted:
                return accepted.Turn;
            case Decision.Refused no:
                refused.Add(new RefusedFact(fact, no.Refusals));
                return woken;
            default:
                throw new InvalidOperationException("A decision is either accepted or refused.");
        }
    }

    private static Turn WakeUpTo(Turn turn, PlanBook book, Instant until, CancellationToken cancellation)
    {
        while (turn.NextWake is { } wake && wake <= until)
        {
            cancellation.ThrowIfCancellationRequested();
            turn = TicketClock.Advance(turn.Log, book, wake);
        }

        return turn;
    }
}
