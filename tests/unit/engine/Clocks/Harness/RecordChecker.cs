using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>What holds for every record: nothing is raised twice, what stands agrees with how the milestones stand.</summary>
internal static class RecordChecker
{
    public static void Check(TicketLog log, TicketView view)
    {
        var standing = new Dictionary<string, Signal>();
        foreach (var signal in log.Signals)
        {
            Assert.True(signal.Lateness >= Duration.Zero);
            if (signal.Retracts is { } retracted)
            {
                Assert.True(standing.Remove(retracted), "Only what stands is retracted.");
                continue;
            }

            Assert.True(signal.DueTime <= signal.RaisedTime, "Nothing is raised early.");
            standing.Add(signal.Id, signal);
        }

        Assert.Equal(log.Signals.Count, log.Signals.Select(signal => signal.Id).Distinct().Count());
        Assert.Equal(log.Facts.Select(fact => fact.RecordTime).Order(), log.Facts.Select(fact => fact.RecordTime));
        Assert.Equal(log.Signals.Select(signal => signal.RaisedTime).Order(), log.Signals.Select(signal => signal.RaisedTime));
        if (((Fact.Opened)log.Facts[0].Fact).SignalsFrom is null)
        {
            CheckStanding([.. standing.Values], view);
        }
    }

    private static void CheckStanding(List<Signal> standing, TicketView view)
    {
        foreach (var milestone in view.Milestones)
        {
            var own = standing.Where(signal => signal.Key.Milestone == milestone.Id.Kind && signal.Key.Occurrence == milestone.Id.Occurrence).ToLookup(signal => signal.Kind, signal => signal.DueTime);
            Assert.Equal(milestone.State is MilestoneState.Breached or MilestoneState.MetLate ? [milestone.BreachTime!.Value] : [], own[SignalKind.Breached]);
            Assert.Equal(milestone.State == MilestoneState.Met ? [milestone.MetTime!.Value] : [], own[SignalKind.Met]);
            Assert.Equal(milestone.State == MilestoneState.MetLate ? [milestone.MetTime!.Value] : [], own[SignalKind.MetLate]);
        }

        Assert.Equal(view.RungsReached, standing.Count(signal => signal.Kind == SignalKind.RungReached));
        Assert.Equal(standing.Where(signal => signal.Key.Milestone is not null).Select(signal => new MilestoneId(signal.Key.Milestone!.Value, signal.Key.Occurrence)).Except(view.Milestones.Select(milestone => milestone.Id)), []);
    }
}
