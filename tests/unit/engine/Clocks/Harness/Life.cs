using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>A ticket's life told as it happens, some of it late, without faults.</summary>
internal sealed record Life(PlanBook Book, TicketLog Log, Instant End)
{
    public static readonly Instant Beginning = Times.At("2026-03-25 08:00");

    /// <summary>A life of accepted facts.</summary>
    /// <param name="dice">What decides it.</param>
    /// <param name="distinct">Whether no two facts share an effective time.</param>
    /// <param name="anyFact">What may be told; null for everything.</param>
    /// <param name="lateness">Percent of the facts that are told late.</param>
    public static Life Of(Dice dice, bool distinct = false, Func<Dice, Fact>? anyFact = null, int lateness = 20)
    {
        var book = RandomPolicy.Book(dice);
        return Of(dice, book, distinct, anyFact ?? RandomFacts.Next, lateness);
    }

    public static Life Of(Dice dice, PlanBook book, bool distinct, Func<Dice, Fact> anyFact, int lateness)
    {
        var now = Beginning;
        var opening = new Fact.Opened { Plan = book.Terms.Keys.Single(reference => reference.Plan == "plan"), ClaimedLevel = dice.From(1, RandomPolicy.Levels) };
        var log = ((Decision.Accepted)TicketClock.Open("t-1", book, opening, now, now)).Turn.Log;
        for (var step = dice.From(3, 40); step > 0; step--)
        {
            now += dice.Time(dice.Pick(Duration.FromMinutes(30), Duration.FromHours(3), Duration.FromDays(1)));
            var effective = dice.Chance(lateness) ? now - dice.Time(now - Beginning) : now;
            if (distinct && log.Facts.Any(fact => fact.EffectiveTime == effective))
            {
                continue;
            }

            if (TicketClock.Record(log, book, [new NewFact(anyFact(dice), effective)], now) is Decision.Accepted { Turn: var turn })
            {
                log = turn.Log;
            }
        }

        return new Life(book, log, now + dice.Time(Duration.FromDays(3)));
    }
}
