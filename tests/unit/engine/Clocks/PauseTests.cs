using NodaTime;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class PauseTests
{
    private static PolicyBuilder Waiting => new PolicyBuilder().Within(Resolution, "2h", pausedBy: "waiting_on_customer");

    private static PolicyBuilder Both => new PolicyBuilder().Within(Resolution, "2h", pausedBy: "waiting_on_customer paused");

    [Fact]
    public void Due_WhilePaused_IsUnsetAndNothingWakes()
    {
        var ticket = Ticket.Open(Waiting, "2026-06-01 10:00").At("2026-06-01 10:30", Told.Waiting).Until("2026-06-09 10:00");

        Assert.Equal("Paused", ticket.Due(Resolution));
        Assert.Equal(Duration.FromMinutes(90), ticket.Of(Resolution).Remaining);
        Assert.Null(ticket.NextWake);
        Assert.Empty(ticket.Signals);
        Assert.Equal("2026-06-09 11:30", ticket.At("2026-06-09 10:00", Told.Resume).Due(Resolution));
    }

    [Fact]
    public void Due_PauseOverlappingAWaiting_StandsStillUntilBothEnd()
    {
        var ticket = Ticket.Open(Both, "2026-06-01 10:00").At("2026-06-01 10:30", Told.Waiting).At("2026-06-01 11:00", Told.Pause()).At("2026-06-01 12:00", Told.Reply);
        Assert.Equal("Paused", ticket.State(Resolution));

        Assert.Equal("2026-06-01 14:30", ticket.At("2026-06-01 13:00", Told.Resume).Due(Resolution));
    }

    [Theory]
    [InlineData("paused", "Paused")]
    [InlineData("vendor", "Paused")]
    [InlineData("problem", "Running")]
    [InlineData("waiting_on_customer", "Running")]
    [InlineData("", "Running")]
    public void State_PausedForAReason_DependsOnWhatTheTargetNames(string pausedBy, string state) =>
        Assert.Equal(state, Ticket.Open(new PolicyBuilder().Within(Resolution, "2h", pausedBy: pausedBy), "2026-06-01 10:00").At("2026-06-01 10:30", Told.Pause("vendor")).State(Resolution));

    [Fact]
    public void Due_PauseOutsideHours_CostsNothing() => Assert.Equal(
        "2026-06-02 10:00",
        Ticket.Open(new PolicyBuilder().Within(Resolution, "2h", "office", pausedBy: "waiting_on_customer"), "2026-06-01 16:00")
            .At("2026-06-01 18:00", Told.Waiting).At("2026-06-02 08:00", Told.Reply).Due(Resolution));

    [Fact]
    public void Due_PausedAndResumedAtOneInstant_IsUnchanged() => Assert.Equal(
        "2026-06-01 12:00", Ticket.Open(Waiting, "2026-06-01 10:00").At("2026-06-01 10:30", Told.Waiting, Told.Resume).Due(Resolution));

    [Fact]
    public void Due_PauseBeginsAtTheLanding_IsNotBreachedAndLandsAtTheResumption()
    {
        var ticket = Ticket.Open(Waiting, "2026-06-01 10:00").At("2026-06-01 12:00", Told.Waiting).Until("2026-06-01 13:00");
        Assert.Equal("Paused", ticket.State(Resolution));
        Assert.Equal(Duration.Zero, ticket.Of(Resolution).Remaining);

        ticket.At("2026-06-01 14:00", Told.Reply);
        Assert.Equal("2026-06-01 14:00", ticket.Due(Resolution));
        Assert.Equal(["Breached Resolution 2026-06-01 14:00"], ticket.Until("2026-06-01 15:00").Signals);
    }

    [Fact]
    public void Signals_ResolvedWhilePaused_IsMetAndThePauseIsOver()
    {
        var ticket = Ticket.Open(Waiting, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Waiting).At("2026-06-05 10:00", Told.Resolved).At("2026-06-06 10:00", Told.Reopened);

        Assert.Equal("Running", ticket.State(Resolution));
        Assert.Equal("2026-06-06 11:00", ticket.Due(Resolution));
    }

    [Fact]
    public void Due_CivilAmount_MovesByThePausedTime() => Assert.Equal(
        "2026-06-05 12:00",
        Ticket.Open(new PolicyBuilder().Within(Resolution, "3 calendar_days", pausedBy: "waiting_on_customer"), "2026-06-01 10:00")
            .At("2026-06-02 10:00", Told.Waiting).At("2026-06-03 12:00", Told.Reply).Due(Resolution));

    [Fact]
    public void Due_BreachedBeforeThePause_StaysBreached()
    {
        var ticket = Ticket.Open(Waiting, "2026-06-01 10:00").At("2026-06-01 13:00", Told.Waiting);

        Assert.Equal("Breached", ticket.State(Resolution));
        Assert.Equal("2026-06-01 12:00", ticket.Due(Resolution));
    }

    [Fact]
    public void View_WaitingRepeated_OnlyChangesTheReason()
    {
        var ticket = Ticket.Open(Waiting, "2026-06-01 10:00").At("2026-06-01 10:30", Told.Waiting).At("2026-06-01 11:00", new Engine.Clocks.Fact.WaitingOnCustomer("access"));

        Assert.Equal("access", ticket.View.PauseReason);
        Assert.Equal("2026-06-01 13:30", ticket.At("2026-06-01 12:00", Told.Reply).Due(Resolution));
    }
}
