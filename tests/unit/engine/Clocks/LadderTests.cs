using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class LadderTests
{
    private static PolicyBuilder Interval => new PolicyBuilder().Ladder("a", "b", "c").Climb(new Escalation.AtInterval("ladder", Times.Amount("1h"), "24x7"))
        .Within(Resolution, "8h", pausedBy: "waiting_on_customer");

    /// <summary>Level 1 climbs every hour, level 2 every four hours, level 3 not at all.</summary>
    private static PolicyBuilder Levels => new PolicyBuilder().Ladder("a", "b", "c")
        .Climb(new Escalation.AtInterval("ladder", Times.Amount("1h"), "24x7"))
        .Climb(new Escalation.AtInterval("ladder", Times.Amount("4h"), "24x7"), 2)
        .Climb(new Escalation.NotApplicable("ladder"), 3)
        .Within(Resolution, "48h").Within(Resolution, "72h", level: 2).Within(Resolution, "168h", level: 3);

    private static PolicyBuilder Breaches => new PolicyBuilder().Ladder("a", "b").Climb(new Escalation.OnBreach("ladder"))
        .Within(InitialResponse, "30m").Within(Resolution, "2h").Every(Update, "1h", with: timing => timing with { Start = new StartRule.At(StartEvent.AgentResponded) });

    [Fact]
    public void AtInterval_Paused_MovesTheRungsNotYetReached() => Assert.Equal(
        ["RungReached 1 a Resolution 2026-06-01 11:00", "RungReached 2 b Resolution 2026-06-01 15:00"],
        Ticket.Open(Interval, "2026-06-01 10:00").At("2026-06-01 11:30", Told.Waiting).At("2026-06-01 14:30", Told.Reply).Until("2026-06-01 15:30").Signals);

    [Fact]
    public void AtInterval_Resolved_WithdrawsTheRest() => Assert.Equal(
        ["RungReached 1 a Resolution 2026-06-01 11:00", "Met Resolution 2026-06-01 12:00"],
        Ticket.Open(Interval, "2026-06-01 10:00").At("2026-06-01 12:00", Told.Resolved).Until("2026-06-02 10:00").Signals);

    [Fact]
    public void AtInterval_AfterTheLastLevel_ClimbsNoFurther() =>
        Assert.Equal(3, Ticket.Open(Interval, "2026-06-01 10:00").Until("2026-06-01 17:30").Log.Signals.Count);

    [Fact]
    public void AtInterval_UntimedMilestone_ClimbsAllTheSame()
    {
        var policy = new PolicyBuilder().Ladder("a").Climb(new Escalation.AtInterval("ladder", Times.Amount("1h"), "24x7")).Promise(Resolution, new Commitment.BestEffort());

        Assert.Equal(["RungReached 1 a Resolution 2026-06-01 11:00"], Ticket.Open(policy, "2026-06-01 10:00").Until("2026-06-01 12:00").Signals);
    }

    [Fact]
    public void AtInterval_RungDueStillEarlierAfterALateFact_DoesNotFireTwice()
    {
        var ticket = Ticket.Open(Interval, "2026-06-01 10:00").Until("2026-06-01 11:30").Late("2026-06-01 11:30", "2026-06-01 10:10", Told.Waiting, Told.Reply)
            .Late("2026-06-01 11:40", "2026-06-01 10:20", Told.Waiting).Late("2026-06-01 11:40", "2026-06-01 10:30", Told.Reply).Until("2026-06-01 11:50");

        Assert.Equal(["RungReached 1 a Resolution 2026-06-01 11:00", "Retracted: RungReached 1 a Resolution 2026-06-01 11:00", "RungReached 1 a Resolution 2026-06-01 11:10"], ticket.Signals);
    }

    [Fact]
    public void AtInterval_LateResolution_RetractsRungsThatWereNeverReached()
    {
        var ticket = Ticket.Open(Interval, "2026-06-01 10:00").Until("2026-06-01 11:30").Late("2026-06-01 11:40", "2026-06-01 10:30", Told.Resolved);

        Assert.Equal(["RungReached 1 a Resolution 2026-06-01 11:00", "Retracted: RungReached 1 a Resolution 2026-06-01 11:00", "Met Resolution 2026-06-01 10:30"], ticket.Signals);
        Assert.Equal(0, ticket.View.RungsReached);
    }

    [Fact]
    public void OnBreach_EachBreach_ClimbsOneLevelInTheOrderOfTheBreaches() => Assert.Equal(
        ["RungReached 1 a 2026-06-01 10:30", "RungReached 2 b 2026-06-01 12:00"],
        Ticket.Open(Breaches, "2026-06-01 10:00").Until("2026-06-01 13:00").Signals.Where(signal => signal.StartsWith("Rung", StringComparison.Ordinal)));

    [Fact]
    public void OnBreach_OnlyTheFollowedMilestones_Count()
    {
        var policy = Breaches.Climb(new Escalation.OnBreach("ladder", [Resolution]));

        Assert.Equal(
            ["RungReached 1 a 2026-06-01 12:00"],
            Ticket.Open(policy, "2026-06-01 10:00").Until("2026-06-01 13:00").Signals.Where(signal => signal.StartsWith("Rung", StringComparison.Ordinal)));
    }

    [Fact]
    public void OnBreach_TheFirstBreachRetracted_LeavesAsManyRungsAsBreaches()
    {
        var policy = Breaches.Climb(new Escalation.OnBreach("ladder", [InitialResponse, Resolution]));
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").Until("2026-06-01 12:30").Late("2026-06-01 12:30", "2026-06-01 10:20", Told.Answer);

        Assert.Equal(1, ticket.View.RungsReached);
        Assert.Equal(["Retracted: RungReached 2 b 2026-06-01 12:00"], ticket.Signals.Where(signal => signal.StartsWith("Retracted: Rung", StringComparison.Ordinal)));
    }

    [Fact]
    public void AtInterval_ASlowerLadderAfterARung_LeavesItStandingAndGoesOnWithTheNext() => Assert.Equal(
        ["RungReached 1 a Resolution 2026-06-01 11:00", "RungReached 2 b Resolution 2026-06-01 18:00"],
        Ticket.Open(Levels, "2026-06-01 10:00").At("2026-06-01 11:30", Told.Verify(2)).Until("2026-06-01 19:00").Signals);

    [Fact]
    public void AtInterval_AFasterLadder_RaisesAtOnceWhatIsPastDue()
    {
        var ticket = Ticket.Open(Levels, "2026-06-01 10:00", level: 2).Until("2026-06-01 14:30").At("2026-06-01 14:30", Told.Verify(1));

        Assert.Equal(
            ["RungReached 1 a Resolution 2026-06-01 14:00", "RungReached 2 b Resolution 2026-06-01 12:00", "RungReached 3 c Resolution 2026-06-01 13:00"], ticket.Signals);
        Assert.Equal(3, ticket.View.RungsReached);
    }

    [Fact]
    public void AtInterval_NoLadderAtTheNewLevel_LeavesWhatWasReachedAndClimbsNoFurther()
    {
        var ticket = Ticket.Open(Levels, "2026-06-01 10:00").At("2026-06-01 12:30", Told.Verify(3)).Until("2026-06-01 20:00");

        Assert.Equal(["RungReached 1 a Resolution 2026-06-01 11:00", "RungReached 2 b Resolution 2026-06-01 12:00"], ticket.Signals);
        Assert.Equal(2, ticket.View.RungsReached);
    }

    [Fact]
    public void AtInterval_BackToTheFirstLevel_CallsNobodyTwice() => Assert.Equal(
        ["RungReached 1 a Resolution 2026-06-01 11:00", "RungReached 2 b Resolution 2026-06-01 12:00", "RungReached 3 c Resolution 2026-06-01 13:00"],
        Ticket.Open(Levels, "2026-06-01 10:00").At("2026-06-01 11:10", Told.Verify(3)).At("2026-06-01 11:30", Told.Verify(2)).At("2026-06-01 11:40", Told.Verify(1))
            .Until("2026-06-02 10:00").Signals);

    [Fact]
    public void AtInterval_AChangeLearntLateFromBeforeTheRung_RetractsIt() => Assert.Equal(
        ["RungReached 1 a Resolution 2026-06-01 11:00", "Retracted: RungReached 1 a Resolution 2026-06-01 11:00"],
        Ticket.Open(Levels, "2026-06-01 10:00").Until("2026-06-01 11:20").Late("2026-06-01 11:30", "2026-06-01 10:50", Told.Verify(3)).Signals);

    [Fact]
    public void AtInterval_AChangeExactlyWhenTheRungIsDue_ComesFirst() => Assert.Equal(
        ["RungReached 1 a Resolution 2026-06-01 14:00"],
        Ticket.Open(Levels, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Verify(2)).Until("2026-06-01 15:00").Signals);

    [Fact]
    public void AtInterval_TwoChangesOfOneInstant_RaiseNothingForTheLevelBetween() => Assert.Equal(
        ["RungReached 1 a Resolution 2026-06-01 14:00"],
        Ticket.Open(Levels, "2026-06-01 10:00", level: 2).At("2026-06-01 12:30", Told.Verify(1), Told.Verify(2)).Until("2026-06-01 15:00").Signals);

    [Fact]
    public void AtInterval_AnotherPlan_LeavesWhatWasReached()
    {
        var policy = Levels.Plan("other").Climb(new Escalation.OnBreach("ladder")).Within(Resolution, "2h");
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 11:30", Told.Move("other")).Until("2026-06-01 13:00");

        Assert.Equal(["RungReached 1 a Resolution 2026-06-01 11:00", "Breached Resolution 2026-06-01 12:00"], ticket.Signals);
    }

    [Fact]
    public void OnBreach_AChangeWithdrawsTheBreach_LeavesTheRungStanding()
    {
        var policy = new PolicyBuilder().Ladder("a", "b").Climb(new Escalation.OnBreach("ladder")).Climb(new Escalation.OnBreach("ladder"), 2)
            .Within(Resolution, "1h").Within(Resolution, "4h", level: 2);
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 11:30", Told.Verify(2)).Until("2026-06-01 15:00");

        Assert.Equal(
            ["RungReached 1 a 2026-06-01 11:00", "Breached Resolution 2026-06-01 11:00", "Retracted: Breached Resolution 2026-06-01 11:00", "Breached Resolution 2026-06-01 14:00"],
            ticket.Signals);
    }
}
