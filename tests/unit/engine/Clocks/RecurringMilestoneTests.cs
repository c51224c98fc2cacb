using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class RecurringMilestoneTests
{
    private static PolicyBuilder Silence => new PolicyBuilder().Every(Update, "1h", with: timing => timing with { Start = new StartRule.At(StartEvent.AgentResponded) });

    private static PolicyBuilder Reply => new PolicyBuilder().Every(FollowUp, "1h", with: timing => timing with { Start = new StartRule.At(StartEvent.CustomerReplied) });

    [Fact]
    public void Silence_BeforeTheFirstAnswer_HasNoOccurrence() => Assert.Empty(Ticket.Open(Silence, "2026-06-01 10:00").View.Milestones);

    [Fact]
    public void Silence_EachAnswer_MeetsOneAndStartsTheNext()
    {
        var ticket = Ticket.Open(Silence, "2026-06-01 10:00").At("2026-06-01 10:10", Told.Answer).At("2026-06-01 10:50", Told.Answer).At("2026-06-01 12:00", Told.Answer);

        Assert.Equal(["Met", "MetLate", "Running"], ticket.AllOf(Update).Select(milestone => milestone.State.ToString()));
        Assert.Equal([1, 2, 3], ticket.AllOf(Update).Select(milestone => milestone.Ordinal));
        Assert.Equal([2L, 3L, 4L], ticket.AllOf(Update).Select(milestone => milestone.Id.Occurrence));
        Assert.Equal(["Met Update 2026-06-01 10:50", "Breached Update 2026-06-01 11:50", "MetLate Update 2026-06-01 12:00"], ticket.Signals);
    }

    [Fact]
    public void Silence_Resolution_EndsItAndStartsNone()
    {
        var ticket = Ticket.Open(Silence, "2026-06-01 10:00").At("2026-06-01 10:10", Told.Answer).At("2026-06-01 10:30", Told.Resolved).At("2026-06-01 10:40", Told.Answer).Until("2026-06-02 10:00");

        Assert.Equal(["Met"], ticket.AllOf(Update).Select(milestone => milestone.State.ToString()));
    }

    [Fact]
    public void Silence_Reopening_StartsANewOne() => Assert.Equal(
        "2026-06-01 13:00", Ticket.Open(Silence, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Resolved).At("2026-06-01 12:00", Told.Reopened).Due(Update));

    [Fact]
    public void Silence_ALateAnswerBetweenTwo_KeepsTheNamesOfTheOthers()
    {
        var ticket = Ticket.Open(Silence, "2026-06-01 10:00").At("2026-06-01 10:10", Told.Answer).At("2026-06-01 12:00", Told.Answer)
            .Late("2026-06-01 12:05", "2026-06-01 11:00", Told.Answer);

        Assert.Equal([2L, 4L, 3L], ticket.AllOf(Update).Select(milestone => milestone.Id.Occurrence));
        Assert.Equal(
            [
                "Breached Update 2026-06-01 11:10", "MetLate Update 2026-06-01 12:00",
                "Retracted: Breached Update 2026-06-01 11:10", "Retracted: MetLate Update 2026-06-01 12:00",
                "Met Update 2026-06-01 11:00", "Met Update 2026-06-01 12:00",
            ],
            ticket.Signals);
    }

    [Fact]
    public void Reply_BeforeTheFirstAnswer_StartsNothing() => Assert.Empty(Ticket.Open(Reply, "2026-06-01 10:00").At("2026-06-01 10:30", Told.Reply).View.Milestones);

    [Fact]
    public void Reply_SeveralUnanswered_CountsFromTheOldest()
    {
        var ticket = Ticket.Open(Reply, "2026-06-01 10:00").At("2026-06-01 10:10", Told.Answer).At("2026-06-01 10:20", Told.Reply).At("2026-06-01 10:50", Told.Reply);

        Assert.Equal("2026-06-01 11:20", ticket.Due(FollowUp));
        Assert.Equal("Met", ticket.At("2026-06-01 11:20", Told.Answer).State(FollowUp));
    }

    [Fact]
    public void Reply_Closed_CancelsTheOpenOne() => Assert.Equal(
        "Cancelled", Ticket.Open(Reply, "2026-06-01 10:00").At("2026-06-01 10:10", Told.Answer).At("2026-06-01 10:20", Told.Reply).At("2026-06-01 10:50", Told.Closed).State(FollowUp));
}
