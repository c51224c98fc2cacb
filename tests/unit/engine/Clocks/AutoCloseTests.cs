using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class AutoCloseTests
{
    private static PolicyBuilder Policy => new PolicyBuilder().Within(Resolution, "2h", pausedBy: "waiting_on_customer").CloseAfter("14 calendar_days", "48h");

    private static Ticket Waiting => Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Waiting);

    [Fact]
    public void Signals_NoReply_WarnsThenCloses()
    {
        var ticket = Waiting.Until("2026-06-20 10:00");

        Assert.Equal(["AutoCloseWarned 2026-06-13 11:00", "AutoClosed 2026-06-15 11:00"], ticket.Signals);
        Assert.Equal(TicketState.Closed, ticket.View.State);
        Assert.Equal("Cancelled", ticket.State(Resolution));
        Assert.Null(ticket.NextWake);
    }

    [Fact]
    public void Signals_ReplyAtTheVeryInstant_Wins()
    {
        var ticket = Waiting.Until("2026-06-15 11:00");
        Assert.Equal(TicketState.WaitingOnCustomer, ticket.View.State);
        Assert.Equal("logs", ticket.View.PauseReason);

        ticket.At("2026-06-15 11:00", Told.Reply).Until("2026-06-15 11:30");

        Assert.Equal(["AutoCloseWarned 2026-06-13 11:00"], ticket.Signals);
        Assert.Equal(TicketState.Open, ticket.View.State);
    }

    [Fact]
    public void Record_ReplyAfterTheClosing_IsRefused() =>
        Assert.Equal(RefusalKind.IllegalNow, Assert.IsType<Decision.Refused>(Waiting.Decide("2026-06-16 10:00", "2026-06-16 10:00", Told.Reply)).Refusals.Single().Kind);

    [Fact]
    public void Record_LateReplyFromBeforeTheClosing_UndoesIt()
    {
        var ticket = Waiting.Until("2026-06-16 10:00").Late("2026-06-16 10:00", "2026-06-15 10:00", Told.Reply);

        Assert.Equal(["AutoCloseWarned 2026-06-13 11:00", "AutoClosed 2026-06-15 11:00", "Retracted: AutoClosed 2026-06-15 11:00", "Breached Resolution 2026-06-15 11:00"], ticket.Signals);
        Assert.Equal(TicketState.Open, ticket.View.State);
    }

    [Fact]
    public void Record_ReopenedAfterTheClosing_ResumesTheClock()
    {
        var ticket = Waiting.At("2026-06-20 10:00", Told.Reopened);

        Assert.Equal(TicketState.Open, ticket.View.State);
        Assert.Equal("2026-06-20 11:00", ticket.Due(Resolution));
    }

    [Fact]
    public void Signals_Resumed_StartsTheNextWaitingAnew() => Assert.Equal(
        "2026-06-18 10:00:00.001", Times.Reading(Waiting.At("2026-06-05 10:00", Told.Resume).At("2026-06-05 10:30", Told.Resolved).At("2026-06-06 09:59", Told.Reopened).At("2026-06-06 10:00", Told.Waiting).NextWake!.Value));

    [Fact]
    public void Signals_LeadLongerThanTheWaiting_IsNotWarned() => Assert.Equal(
        ["AutoClosed 2026-06-01 12:00"],
        Ticket.Open(new PolicyBuilder().CloseAfter("1h", "2h"), "2026-06-01 10:00").At("2026-06-01 11:00", Told.Waiting).Until("2026-06-02 10:00").Signals);

    [Fact]
    public void PlanChanged_ToAShorterWaitingAlreadyOver_ClosesNoEarlierThanTheChange()
    {
        var policy = new PolicyBuilder().Plan("short").CloseAfter("1h", "30m");
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Waiting).At("2026-06-05 10:00", Told.Move("short")).Until("2026-06-05 10:01");

        Assert.Equal(["AutoClosed 2026-06-05 10:00"], ticket.Signals);
        Assert.Equal("short", ticket.View.Plan.Plan);
    }

    [Fact]
    public void PlanChanged_ToNoAutoClose_WithdrawsIt() => Assert.Empty(
        Ticket.Open(new PolicyBuilder().CloseAfter("1h", "10m").Plan("never"), "2026-06-01 10:00").At("2026-06-01 11:00", Told.Waiting).At("2026-06-01 11:30", Told.Move("never")).Until("2026-06-02 10:00").Signals);

    [Fact]
    public void View_BeforeTheClosing_CancelsNothing()
    {
        var ticket = Waiting.Until("2026-06-10 10:00");

        Assert.Equal("Paused", ticket.State(Resolution));
        Assert.Equal(Duration.FromHours(1), ticket.Of(Resolution).Remaining);
        Assert.Equal("2026-06-10 10:00", Times.Reading(ticket.Explain(ticket.Of(Resolution)).End));
    }

    [Fact]
    public void View_ClosedByAFactAtThisInstant_IsCancelledAtOnce() =>
        Assert.Equal("Cancelled", Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Closed).State(Resolution));
}
