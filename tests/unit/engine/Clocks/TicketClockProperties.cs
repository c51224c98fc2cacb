using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Clocks.Harness;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class TicketClockProperties
{
    private const int Lives = 200;

    [Fact]
    public void ConsumedAndRemainingAreTheTargetUntilTheBreach() => Seeds.Check(Lives, seed =>
    {
        var (_, life) = Living(seed);
        foreach (var at in Moments(life))
        {
            foreach (var milestone in TicketClock.View(life.Log, life.Book, at).Milestones.Where(milestone => milestone.Consumed is not null))
            {
                var sum = milestone.Consumed!.Value + milestone.Remaining!.Value;
                Assert.True(milestone.BreachTime is null ? sum == Target(life, milestone) : milestone.Remaining == Duration.Zero, $"{milestone} sums up to {sum}.");
            }
        }
    });

    [Fact]
    public void ADerivationAlwaysAddsUp() => Seeds.Check(Lives, seed =>
    {
        var (_, life) = Living(seed);
        foreach (var at in Moments(life))
        {
            var view = TicketClock.View(life.Log, life.Book, at);
            foreach (var milestone in view.Milestones)
            {
                var derivation = TicketClock.Explain(life.Log, life.Book, milestone.Id, at)!;
                Assert.Equal(milestone, derivation.Milestone);
                foreach (var terms in life.Book.Terms.Values.Where(terms => terms.FindTarget(milestone.Level, milestone.Id.Kind) == milestone.Target).Take(1))
                {
                    DerivationChecker.Check(derivation, terms, at);
                }
            }
        }
    });

    [Fact]
    public void ReplayEqualsLive() => Seeds.Check(Lives, seed =>
    {
        var (_, life) = Living(seed);
        var live = TicketClock.Advance(life.Log, life.Book, life.End).Log;

        var told = life.Log.Facts.Select(fact => new SimulatedFact(fact.Fact, fact.EffectiveTime, fact.RecordTime)).ToList();
        var replayed = Simulation.Run(life.Log.TicketId, life.Book, told[0], told.Skip(1), life.End);

        Assert.Empty(replayed.Refused);
        Assert.Equal(live.Facts, replayed.Log.Facts);
        Assert.Equal(live.Signals.Select(Told), replayed.Log.Signals.Select(Told));
        Assert.All(replayed.Log.Signals, signal => Assert.True(signal.Lateness <= Duration.FromMilliseconds(1), "Every wake was on time."));
    });

    [Fact]
    public void TheSameTwiceGivesTheSameBitForBit() => Seeds.Check(Lives / 4, seed =>
    {
        var ((_, first), (_, second)) = (Living(seed), Living(seed));

        Assert.Equal(first.Log.Signals, second.Log.Signals);
        Assert.Equal(first.Log.Facts, second.Log.Facts);
    });

    [Fact]
    public void WakeTimesNeverChangeOutcomes() => Seeds.Check(Lives, seed =>
    {
        var (dice, life) = Living(seed);
        var woken = TicketLog.Empty(life.Log.TicketId);
        foreach (var fact in life.Log.Facts)
        {
            for (var wakes = woken.Facts.IsEmpty ? 0 : dice.Below(3); wakes > 0; wakes--)
            {
                var last = woken.LastRecordTime!.Value;
                woken = TicketClock.Advance(woken, life.Book, last + dice.Time(Duration.Max(Duration.Zero, fact.RecordTime - last))).Log;
            }

            woken = Tell(woken, life.Book, fact, fact.RecordTime);
        }

        Assert.Equal(life.Log.Signals.Select(Told), woken.Signals.Select(Told));
        Assert.Equal(TicketClock.View(life.Log, life.Book, life.End).Milestones, TicketClock.View(woken, life.Book, life.End).Milestones);
    });

    [Fact]
    public void DeliveryOrderOfAcceptedFactsNeverChangesTheFinalState() => Seeds.Check(Lives, seed =>
    {
        var dice = new Dice(seed);
        var life = Life.Of(dice, distinct: true);
        var facts = life.Log.Facts.Skip(1).ToList();
        while (true)
        {
            var (ordered, taken) = Deliver(life, facts.OrderBy(fact => fact.EffectiveTime));
            var (shuffled, also) = Deliver(life, NearlyInOrder(dice, taken));
            if (also.Count == facts.Count)
            {
                Assert.Equal(Final(ordered, life), Final(shuffled, life));
                return;
            }

            facts = also;
        }
    });

    [Fact]
    public void FactsToldTogetherOrOneByOneGiveTheSameState() => Seeds.Check(Lives, seed =>
    {
        var (_, life) = Living(seed);
        var all = life.Log.Facts.Skip(1).Select(fact => new NewFact(fact.Fact, fact.EffectiveTime)).ToImmutableArray();
        var opened = Tell(TicketLog.Empty(life.Log.TicketId), life.Book, life.Log.Facts[0], Life.Beginning);

        var together = Assert.IsType<Decision.Accepted>(TicketClock.Record(opened, life.Book, all, life.End)).Turn.Log;

        Assert.Equal(TicketClock.View(life.Log, life.Book, life.End).Milestones, TicketClock.View(together, life.Book, life.End).Milestones);
    });

    private static (Dice Dice, Life Life) Living(ulong seed)
    {
        var dice = new Dice(seed);
        return (dice, Life.Of(dice));
    }

    private static Duration Target(Life life, MilestoneView milestone)
    {
        var timing = milestone.Target.Commitment.Timing!;
        var calendar = life.Book.Terms.Values.First().Calendar(timing.Calendar);
        return DueTimes.OpenTimeOf(calendar, timing.Amount) ?? DueTimes.Add(calendar, milestone.StartTime!.Value, timing.Amount) - milestone.StartTime.Value;
    }

    private static Instant[] Moments(Life life)
    {
        var last = life.Log.LastRecordTime!.Value;
        return [last, last + Duration.FromMinutes(37), life.End, life.End + Duration.FromDays(40)];
    }

    private static TicketLog Tell(TicketLog log, PlanBook book, RecordedFact fact, Instant now)
    {
        var decision = fact.Fact is Fact.Opened opening
            ? TicketClock.Open("t-1", book, opening, fact.EffectiveTime, now)
            : TicketClock.Record(log, book, [new NewFact(fact.Fact, fact.EffectiveTime)], now);
        return Assert.IsType<Decision.Accepted>(decision).Turn.Log;
    }

    private static (TicketLog Log, List<RecordedFact> Accepted) Deliver(Life life, IEnumerable<RecordedFact> facts)
    {
        var log = Tell(TicketLog.Empty(life.Log.TicketId), life.Book, life.Log.Facts[0], Life.Beginning);
        var accepted = new List<RecordedFact>();
        var now = life.End;
        foreach (var fact in facts)
        {
            now += Duration.FromHours(1);
            if (TicketClock.Record(log, life.Book, [new NewFact(fact.Fact, fact.EffectiveTime)], now) is Decision.Accepted { Turn: var turn })
            {
                log = turn.Log;
                accepted.Add(fact);
            }
        }

        return (log, accepted);
    }

    private static IEnumerable<RecordedFact> NearlyInOrder(Dice dice, List<RecordedFact> facts) => facts
        .Select((fact, place) => (Fact: fact, Place: place + dice.Below(6)))
        .OrderBy(moved => moved.Place)
        .Select(moved => moved.Fact);

    /// <summary>The state without the names of its occurrences, which say when a fact was told.</summary>
    private static object Final(TicketLog log, Life life)
    {
        var view = TicketClock.View(log, life.Book, life.End + Duration.FromDays(100));
        return (view.State, view.RulingLevel, view.Line, view.PauseReason, view.RungsReached, view.Plan.Plan, string.Join(", ", view.Exclusions),
            string.Join("\n", view.Milestones.Select(milestone => milestone with { Id = new MilestoneId(milestone.Id.Kind, 0) })));
    }

    private static object Told(Signal signal) => (signal.Id, signal.Kind, signal.Key, signal.DueTime, signal.Role, signal.Retracts, signal.Cause);
}
