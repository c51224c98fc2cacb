using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>What the facts and their record times alone give: every turn at its record time, no wake between, one look at the end.</summary>
internal static class PureFunction
{
    public static TicketLog Of(PlanBook book, string ticketId, IEnumerable<ImmutableArray<RecordedFact>> turns, Instant end)
    {
        var log = turns.Aggregate(TicketLog.Empty(ticketId), (known, facts) => Told(known, book, facts));
        return TicketClock.Advance(log, book, end).Log;
    }

    private static TicketLog Told(TicketLog log, PlanBook book, ImmutableArray<RecordedFact> facts)
    {
        var decision = facts[0].Fact is Fact.Opened opening
            ? TicketClock.Open(log.TicketId, book, opening, facts[0].EffectiveTime, facts[0].RecordTime)
            : TicketClock.Record(log, book, [.. facts.Select(fact => new NewFact(fact.Fact, fact.EffectiveTime))], facts[0].RecordTime);
        var turn = Assert.IsType<Decision.Accepted>(decision).Turn;
        Assert.Equal(facts, turn.Facts);
        return turn.Log;
    }
}
