using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class WarningTests
{
    [Fact]
    public void AtPercent_OpenTime_CountsOpenTime() => Assert.Equal(
        ["Warned 50% Resolution 2026-06-01 17:00", "Warned 75% Resolution 2026-06-02 10:00", "Warned 90% Resolution 2026-06-02 10:36", "Breached Resolution 2026-06-02 11:00"],
        Ticket.Open(new PolicyBuilder().Warn([.. Plan.DefaultWarnings]).Within(Resolution, "4h", "office"), "2026-06-01 15:00").Until("2026-06-03 10:00").Signals);

    [Fact]
    public void AtPercent_CivilAmount_CountsElapsedTime() => Assert.Equal(
        "Warned 50% Resolution 2026-06-03 10:00",
        Ticket.Open(new PolicyBuilder().Warn(new Warning.AtPercent(50)).Within(Resolution, "4 calendar_days"), "2026-06-01 10:00").Until("2026-06-04 10:00").Signals.Single());

    [Fact]
    public void BeforeDue_IsWallClockTime() => Assert.Equal(
        "Warned -10800s Resolution 2026-06-02 07:00", Ticket.Open(Before("3h").Within(Resolution, "2h", "office"), "2026-06-01 16:00").Until("2026-06-02 09:00").Signals.Single());

    [Fact]
    public void BeforeDue_LongerThanTheTarget_IsNone() => Assert.Equal(
        ["Breached Resolution 2026-06-01 12:00"], Ticket.Open(Before("3h").Within(Resolution, "2h"), "2026-06-01 10:00").Until("2026-06-01 13:00").Signals);

    [Fact]
    public void BeforeDue_LongerThanTheTargetPausedFromTheStart_IsNone()
    {
        var policy = Before("3h").Within(Resolution, "2h", pausedBy: "waiting_on_customer");

        Assert.Empty(Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 10:00", Told.Waiting).At("2026-06-01 11:00", Told.Reply).Until("2026-06-01 12:30").Signals);
    }

    [Fact]
    public void BeforeDue_PastOnResume_IsRaisedThenOnce()
    {
        // Paused on Friday the warning lies after the weekend; resumed on Tuesday it is past already.
        var policy = Before("20h").Within(Resolution, "3h", "office", pausedBy: "waiting_on_customer");
        var ticket = Ticket.Open(policy, "2026-06-05 15:00").At("2026-06-05 16:30", Told.Waiting).Until("2026-06-09 12:00");
        Assert.Empty(ticket.Signals);

        ticket.At("2026-06-09 12:00", Told.Reply).Until("2026-06-09 13:00");

        Assert.Equal(["Warned -72000s Resolution 2026-06-09 12:00"], ticket.Signals);
    }

    [Fact]
    public void BeforeDue_RaisedBeforeAPause_IsNotRaisedAgain()
    {
        var policy = Before("30m").Within(Resolution, "2h", pausedBy: "waiting_on_customer");
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 11:45", Told.Waiting).At("2026-06-01 15:00", Told.Reply).Until("2026-06-01 15:10");

        Assert.Equal(["Warned -1800s Resolution 2026-06-01 11:30"], ticket.Signals);
    }

    [Fact]
    public void AtPercent_MetBefore_IsWithdrawn() => Assert.Equal(
        ["Met Resolution 2026-06-01 10:30"],
        Ticket.Open(new PolicyBuilder().Warn(new Warning.AtPercent(50)).Within(Resolution, "2h"), "2026-06-01 10:00").At("2026-06-01 10:30", Told.Resolved).Until("2026-06-02 10:00").Signals);

    [Fact]
    public void Warnings_OfTheTarget_ReplaceThePlans() => Assert.Equal(
        ["Warned 25% Resolution 2026-06-01 10:30"],
        Ticket.Open(
            new PolicyBuilder().Warn(new Warning.AtPercent(50)).Within(Resolution, "2h", with: timing => timing with { Warnings = [new Warning.AtPercent(25)] }),
            "2026-06-01 10:00").Until("2026-06-01 11:30").Signals);

    [Fact]
    public void Warnings_NamedTwice_AreRaisedOnce() => Assert.Single(
        Ticket.Open(new PolicyBuilder().Warn(new Warning.AtPercent(50), new Warning.AtPercent(50)).Within(Resolution, "2h"), "2026-06-01 10:00").Until("2026-06-01 11:30").Signals);

    [Fact]
    public void Signals_AfterAnOutage_AreRaisedOnceInDueOrder()
    {
        var ticket = Ticket.Open(new PolicyBuilder().Warn([.. Plan.DefaultWarnings]).Within(InitialResponse, "1h").Within(Resolution, "90m"), "2026-06-01 10:00").Until("2026-06-01 20:00").Until("2026-06-01 21:00");

        Assert.Equal(8, ticket.Log.Signals.Count);
        Assert.Equal(ticket.Log.Signals.OrderBy(signal => signal.DueTime), ticket.Log.Signals);
        Assert.All(ticket.Log.Signals, signal => Assert.Equal(signal.RaisedTime - signal.DueTime, signal.Lateness));
    }

    private static PolicyBuilder Before(string lead) => new PolicyBuilder().Warn(new Warning.BeforeDue(Times.Span(lead)));
}
