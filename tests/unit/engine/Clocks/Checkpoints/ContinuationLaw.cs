using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Clocks.Harness;

namespace SlaPlatform.Engine.Tests.Clocks.Checkpoints;

/// <summary>
/// A ticket's whole record beside records of it since a checkpoint after each of its turns, some of them since a checkpoint taken of such a record. Whatever is
/// done to it is done to all; all must do the same and look the same.
/// </summary>
internal sealed class ContinuationLaw(PlanBook book, Turn opened, Dice dice)
{
    private static readonly MilestoneState[] Unended = [MilestoneState.NotStarted, MilestoneState.Running, MilestoneState.Paused];

    private readonly List<TicketLog> continued = [];

    public TicketLog Whole { get; private set; } = opened.Log;

    public Instant? NextWake { get; private set; } = opened.NextWake;

    public bool Tell(ImmutableArray<NewFact> facts, Instant now)
    {
        var expected = TicketClock.Record(Whole, book, facts, now);
        for (var i = continued.Count - 1; i >= 0; i--)
        {
            switch (TicketClock.Record(continued[i], book, facts, now))
            {
                case Decision.NeedsWhole:
                    Assert.True(facts.Any(fact => MayNeedWhole(continued[i], fact, now)), "Only what reaches back or governs needs the whole record.");
                    continued.RemoveAt(i);
                    break;
                case Decision.Refused refused:
                    Assert.Equal(Assert.IsType<Decision.Refused>(expected).Refusals, refused.Refusals);
                    break;
                case Decision.Accepted accepted:
                    GoOn(i, Assert.IsType<Decision.Accepted>(expected).Turn, accepted.Turn);
                    break;
            }
        }

        if (expected is not Decision.Accepted { Turn: var turn })
        {
            return false;
        }

        Keep(turn);
        return true;
    }

    public void Wake(Instant now)
    {
        var expected = TicketClock.Advance(Whole, book, now);
        for (var i = 0; i < continued.Count; i++)
        {
            GoOn(i, expected, TicketClock.Advance(continued[i], book, now));
        }

        Keep(expected);
    }

    /// <summary>Looks at all of them.</summary>
    public void Look(Instant now)
    {
        var expected = TicketClock.View(Whole, book, now);
        var wake = TicketClock.NextWake(Whole, book);
        Assert.Equal(expected.Milestones.Count(milestone => milestone.State is MilestoneState.Breached or MilestoneState.MetLate), expected.Breaches);
        foreach (var log in continued)
        {
            var actual = TicketClock.View(log, book, now);
            Same(expected, actual);
            Assert.Equal(expected.Voided.Where(entry => entry.Key > log.Since!.FactCount), actual.Voided);
            Assert.Equal(wake, TicketClock.NextWake(log, book));
            Assert.Equal(Whole.FactCount, log.FactCount);
            Assert.Equal(Whole.LastRecordTime, log.LastRecordTime);
        }
    }

    /// <summary>What reaches back, what governs, and the first of a kind that can start a clock.</summary>
    private bool MayNeedWhole(TicketLog log, NewFact fact, Instant now) =>
        (fact.EffectiveTime ?? now) <= log.Since!.Reached || fact.Fact switch
        {
            Fact.SeverityChanged or Fact.PlanChanged or Fact.Reopened => true,
            Fact.AgentResponded or Fact.CustomerReplied => !Known(log).AsEnumerable().Reverse().TakeWhile(known => known.Fact is not Fact.Reopened).Any(known => Starts(log, known, fact.Fact)),
            Fact.Confirmed or Fact.WorkaroundProvided => !Known(log).Any(known => known.Fact.Name == fact.Fact.Name),
            _ => false,
        };

    /// <summary>Whether a fact is of a kind that can start a clock, and started it: a word after the resolution starts nothing, an automatic acknowledgement is an answer.</summary>
    private bool Starts(TicketLog log, RecordedFact known, Fact kind) =>
        known.Fact.Name == kind.Name
        && (known.Fact is Fact.CustomerReplied
            || !Known(log).TakeWhile(earlier => earlier != known).Reverse().TakeWhile(earlier => earlier.Fact is not Fact.Reopened).Any(earlier => earlier.Fact is Fact.Resolved));

    /// <summary>The facts that a checkpoint stands for, as they were true, without those that others made void.</summary>
    private List<RecordedFact> Known(TicketLog log)
    {
        var voided = TicketClock.View(Whole, book, Whole.LastRecordTime!.Value).Voided;
        return [.. Whole.Facts.Take(log.Since!.FactCount).Where(fact => !voided.ContainsKey(fact.Sequence)).OrderBy(fact => fact.EffectiveTime).ThenBy(fact => fact.Sequence)];
    }

    private void GoOn(int index, Turn expected, Turn actual)
    {
        Assert.Equal(expected.RecordTime, actual.RecordTime);
        Assert.Equal(expected.Before, actual.Before);
        Assert.Equal(expected.Facts, actual.Facts);
        Assert.Equal(expected.After, actual.After);
        Assert.Equal(expected.NextWake, actual.NextWake);
        continued[index] = dice.Chance(15) && TicketClock.Checkpoint(actual.Log, book) is { } again ? TicketLog.From(actual.Log.TicketId, again) : actual.Log;
    }

    private void Keep(Turn turn)
    {
        (Whole, NextWake) = (turn.Log, turn.NextWake);
        if (TicketClock.Checkpoint(Whole, book) is { } checkpoint)
        {
            continued.Add(TicketLog.From(Whole.TicketId, checkpoint));
        }
    }

    private static void Same(TicketView expected, TicketView actual)
    {
        Assert.Equal(expected.Current, actual.Current);
        var rows = expected.Milestones.ToDictionary(milestone => milestone.Id);
        foreach (var milestone in actual.Milestones)
        {
            Assert.True(rows.Remove(milestone.Id, out var row));
            Assert.Equal(row, milestone);
        }

        Assert.All(rows.Values, row => Assert.DoesNotContain(row.State, Unended));
        Assert.Equal(Core(expected), Core(actual));
        Assert.Equal(expected.Counts, actual.Counts);
        Assert.Equal(expected.Exclusions, actual.Exclusions);
    }

    private static object Core(TicketView view) => (
        (view.AsOf, view.State, view.Plan, view.ClaimedLevel, view.VerifiedLevel, view.RulingLevel, view.Line, view.PauseReason),
        (view.ReceivedTime, view.NextWake, view.AutoCloseTime, view.RungsReached, view.Breaches, view.ResolveTime, view.CloseTime, view.MergedInto));
}
