using NodaTime;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class LateFactTests
{
    private static PolicyBuilder Policy => new PolicyBuilder().Within(InitialResponse, "30m").Within(Resolution, "2h", pausedBy: "waiting_on_customer");

    [Fact]
    public void Signals_LateAnswerThatWasInTime_RetractsTheBreach()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").Until("2026-06-01 11:00").Late("2026-06-01 11:30", "2026-06-01 10:20", Told.Answer);

        Assert.Equal(
            ["Breached InitialResponse 2026-06-01 10:30", "Retracted: Breached InitialResponse 2026-06-01 10:30", "Met InitialResponse 2026-06-01 10:20"],
            ticket.Signals);
        Assert.Equal("Met", ticket.State(InitialResponse));
        var (breach, retraction) = (ticket.Log.Signals[0], ticket.Log.Signals[1]);
        Assert.Equal(breach.Id, retraction.Retracts);
        Assert.Equal(2, retraction.Cause);
    }

    [Fact]
    public void Signals_EarlierAnswerLearntLater_MovesTheMeeting()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 10:20", Told.Answer).Late("2026-06-01 10:25", "2026-06-01 10:10", Told.Answer);

        Assert.Equal(
            ["Met InitialResponse 2026-06-01 10:20", "Retracted: Met InitialResponse 2026-06-01 10:20", "Met InitialResponse 2026-06-01 10:10"],
            ticket.Signals);
    }

    [Fact]
    public void Signals_LatePause_RetractsABreachThatIsRaisedAgainLater()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 10:20", Told.Answer)
            .Late("2026-06-01 12:30", "2026-06-01 11:00", Told.Waiting).At("2026-06-01 13:00", Told.Reply).Until("2026-06-01 15:00");

        Assert.Equal(
            ["Breached Resolution 2026-06-01 12:00", "Retracted: Breached Resolution 2026-06-01 12:00", "Breached Resolution 2026-06-01 14:00"],
            ticket.Signals.Skip(1));
        Assert.Equal(ticket.Log.Signals.Count, ticket.Log.Signals.Select(signal => signal.Id).Distinct().Count());
    }

    [Fact]
    public void Signals_RetractedAndOwedAgainAtTheSameTime_HaveAnotherId()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 10:20", Told.Answer).Until("2026-06-01 12:30")
            .Late("2026-06-01 12:30", "2026-06-01 11:00", Told.Waiting).Late("2026-06-01 12:40", "2026-06-01 11:00", Told.Reply);

        Assert.Equal(
            ["Breached Resolution 2026-06-01 12:00", "Retracted: Breached Resolution 2026-06-01 12:00", "Breached Resolution 2026-06-01 12:00"],
            ticket.Signals.Skip(1));
        Assert.Equal(ticket.Log.Signals.Count, ticket.Log.Signals.Select(signal => signal.Id).Distinct().Count());
    }

    [Fact]
    public void Lateness_CountsFromTheDueTimeOrFromWhenItWasLearnt()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").Until("2026-06-01 10:45");
        Assert.Equal(Duration.FromMinutes(15), ticket.Log.Signals[0].Lateness);

        ticket.Late("2026-06-01 11:00", "2026-06-01 10:50", Told.Answer);
        Assert.Equal(Duration.Zero, ticket.Log.Signals[^1].Lateness);
    }

    [Fact]
    public void View_ALateFactMakesAnotherVoid_KeepsAndFlagsIt()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 10:50", Told.Pause("parts")).Late("2026-06-01 11:00", "2026-06-01 10:40", Told.Resolved);

        Assert.Equal([2L], ticket.View.Voided.Keys);
        Assert.Contains("resolved", ticket.View.Voided[2], StringComparison.Ordinal);
        Assert.Equal(3, ticket.Log.Facts.Count);
    }

    [Fact]
    public void Signals_DueExactlyAtTheFact_IsMet()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 10:30", Told.Answer).At("2026-06-01 12:00", Told.Resolved);

        Assert.Equal(["Met InitialResponse 2026-06-01 10:30", "Met Resolution 2026-06-01 12:00"], ticket.Signals);
    }

    [Fact]
    public void NextWake_IsTheWholeMillisecondAfterTheDueTime()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00:00.0005");

        Assert.Equal("2026-06-01 10:30:00.001", Times.Reading(ticket.NextWake!.Value));
    }
}
