using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class StartRuleTests
{
    [Fact]
    public void NextOpening_BeforeTheGateOpens_IsNotStartedButHasADueTime()
    {
        var ticket = Ticket.Open(Starting(new StartRule.NextOpening("office", StartEvent.Received)), "2026-06-06 12:00");

        Assert.Equal("NotStarted", ticket.State(Resolution));
        Assert.Equal("2026-06-08 11:00", ticket.Due(Resolution));
        Assert.Equal("Running", ticket.Until("2026-06-08 09:00").State(Resolution));
    }

    [Fact]
    public void NextOpening_MetBeforeTheGateOpens_IsMet()
    {
        var ticket = Ticket.Open(Starting(new StartRule.NextOpening("office", StartEvent.Received)), "2026-06-06 12:00").At("2026-06-06 13:00", Told.Resolved);

        Assert.Equal("Met", ticket.State(Resolution));
        Assert.Equal(["Met Resolution 2026-06-06 13:00"], ticket.Signals);
    }

    [Fact]
    public void LaterOf_SecondEventMissing_IsNotStarted() => Assert.Equal("NotStarted", Ticket.Open(Confirming, "2026-06-01 10:00").Due(Resolution));

    [Fact]
    public void LaterOf_BothHappened_CountsFromTheLater() => Assert.Equal(
        "2026-06-01 14:00", Ticket.Open(Confirming, "2026-06-01 10:00").At("2026-06-01 12:00", Told.Confirmed()).At("2026-06-01 13:00", Told.Confirmed()).Due(Resolution));

    [Fact]
    public void LaterOf_ResolvedBeforeTheSecondEvent_IsMetWithoutAClock()
    {
        var ticket = Ticket.Open(Confirming, "2026-06-01 10:00").At("2026-06-01 20:00", Told.Resolved);

        Assert.Equal("Met", ticket.State(Resolution));
        Assert.Empty(ticket.Explain(ticket.Of(Resolution)).Segments);
    }

    [Fact]
    public void FromOnce_SecondEventAfterTheDueTime_IsBreachedAtOnce()
    {
        var ticket = Ticket.Open(Starting(new StartRule.FromOnce(StartEvent.Received, StartEvent.Confirmed)), "2026-06-01 10:00");
        Assert.Equal("NotStarted", ticket.Until("2026-06-01 13:00").Due(Resolution));

        ticket.At("2026-06-01 14:00", Told.Confirmed());

        Assert.Equal("Breached", ticket.State(Resolution));
        Assert.Equal(["Breached Resolution 2026-06-01 12:00"], ticket.Signals);
        Assert.Equal(NodaTime.Duration.Zero, ticket.Log.Signals[0].Lateness);
    }

    [Theory]
    [InlineData(StartEvent.AgentResponded)]
    [InlineData(StartEvent.CustomerReplied)]
    [InlineData(StartEvent.WorkaroundProvided)]
    [InlineData(StartEvent.Confirmed)]
    public void At_EventOfASingleMilestone_CountsFromItsFirst(StartEvent trigger)
    {
        Fact fact = trigger switch
        {
            StartEvent.AgentResponded => Told.Answer,
            StartEvent.CustomerReplied => Told.Reply,
            StartEvent.WorkaroundProvided => Told.Workaround,
            _ => Told.Confirmed(),
        };
        var ticket = Ticket.Open(Starting(new StartRule.At(trigger)), "2026-06-01 10:00");
        Assert.Equal("NotStarted", ticket.Due(Resolution));

        Assert.Equal("2026-06-01 13:00", ticket.At("2026-06-01 11:00", fact).At("2026-06-01 12:00", fact).Due(Resolution));
    }

    [Fact]
    public void NextOpening_OfAnEvent_WaitsForTheEventFirst()
    {
        var ticket = Ticket.Open(Starting(new StartRule.NextOpening("office", StartEvent.Confirmed)), "2026-06-01 10:00");
        Assert.Equal("NotStarted", ticket.Due(Resolution));

        Assert.Equal("2026-06-02 11:00", ticket.At("2026-06-01 18:00", Told.Confirmed()).Due(Resolution));
    }

    private static PolicyBuilder Confirming => Starting(new StartRule.LaterOf(StartEvent.Received, StartEvent.Confirmed));

    private static PolicyBuilder Starting(StartRule rule) => new PolicyBuilder().Within(Resolution, "2h", with: timing => timing with { Start = rule });
}
