using SlaPlatform.Cli.Replay;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Tests.Replay;

public sealed class ScenarioTallyTests
{
    [Fact]
    public void Take_EveryState_GoesToItsOwnCount()
    {
        var tally = new ScenarioTally("gold");
        foreach (var state in Enum.GetValues<MilestoneState>().Where(state => state != MilestoneState.Unspecified))
        {
            tally.Take(Answer(1, MilestoneKind.Resolution, state));
        }

        Assert.Equal(new AttainmentCounts(1, 1, 1, 1, 1, 1, 1, 1, 1), Assert.Single(tally.Rows).Counts);
    }

    [Fact]
    public void Percent_CountsOnlyWhatIsDecided() => Assert.Equal("66.7", new AttainmentCounts(Met: 2, Late: 1, Open: 5, Untimed: 9).Percent);

    [Theory]
    [InlineData(9999, 1, "99.9")]
    [InlineData(1, 9999, "0.1")]
    [InlineData(5, 0, "100.0")]
    [InlineData(0, 5, "0.0")]
    public void Percent_NearTheEnds_NeverRoundsAwayAMissOrAHit(int met, int breached, string percent) =>
        Assert.Equal(percent, new AttainmentCounts(Met: met, Breached: breached).Percent);

    [Fact]
    public void Percent_NothingDecided_IsAbsent() => Assert.Null(new AttainmentCounts(Untimed: 3).Percent);

    [Fact]
    public void Take_Levels_AreKeptApartInOrderWithTheirLabels()
    {
        var tally = new ScenarioTally("gold");
        tally.Take(Answer(2, MilestoneKind.Resolution, MilestoneState.Met));
        tally.Take(Answer(1, MilestoneKind.Update, MilestoneState.Met));
        tally.Take(Answer(1, MilestoneKind.InitialResponse, MilestoneState.Met));
        Assert.Equal(
            [("P1", MilestoneKind.InitialResponse), ("P1", MilestoneKind.Update), ("P2", MilestoneKind.Resolution)],
            tally.Rows.Select(row => (row.Label, row.Milestone)));
    }

    [Fact]
    public void Take_Refusal_IsInNoCount()
    {
        var tally = new ScenarioTally("gold");
        tally.Take(new SimulateTicketsResponse { ItemId = "INC1", Scenario = "gold", Refusal = new() { Reason = "FACT_NOT_ALLOWED", Messages = { "No." } } });
        Assert.Empty(tally.Rows);
        Assert.Equal(0, tally.SimulatedCount);
        Assert.Equal("INC1", Assert.Single(tally.Refused).Ticket);
    }

    private static SimulateTicketsResponse Answer(int level, MilestoneKind kind, MilestoneState state) => new()
    {
        ItemId = "INC1",
        Scenario = "gold",
        Outcome = new()
        {
            Ticket = new() { Plan = "policies/xtm@1.1/plans/gold", RulingLevel = level, RulingLabel = $"P{level}" },
            Milestones = { new Milestone { Level = level, Kind = kind, State = state } },
        },
    };
}
