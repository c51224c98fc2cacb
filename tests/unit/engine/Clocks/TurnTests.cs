using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class TurnTests
{
    [Fact]
    public void ViewAfter_LateFactBetweenOthers_IsThatOfTheRecord()
    {
        var (ticket, turn) = TellLate();

        Assert.Equal(Look(TicketClock.View(turn.Log, ticket.Book, turn.RecordTime)), Look(turn.ViewAfter()));
    }

    [Fact]
    public void ViewBefore_LateFactBetweenOthers_IsThatOfTheRecordBefore()
    {
        var (ticket, turn) = TellLate();

        Assert.Equal(Look(TicketClock.View(ticket.Log, ticket.Book, turn.RecordTime)), Look(turn.ViewBefore(ticket.Log)!));
    }

    [Fact]
    public void ViewBefore_Opening_IsNone()
    {
        var book = Policy().Book();
        var decision = TicketClock.Open("t-1", book, new Fact.Opened { Plan = book.Terms.Keys.Single(), ClaimedLevel = 1 }, null, Times.At("2026-03-02 09:00", "UTC"));

        Assert.Null(Assert.IsType<Decision.Accepted>(decision).Turn.ViewBefore(TicketLog.Empty("t-1")));
    }

    private static PolicyBuilder Policy() => new PolicyBuilder().Within(MilestoneKind.InitialResponse, "1h").Every(MilestoneKind.Update, "2h");

    private static (Ticket Ticket, Turn Turn) TellLate()
    {
        var ticket = Ticket.Open(Policy(), "2026-03-02 09:00").At("2026-03-02 12:00", new Fact.AgentResponded());
        var decision = ticket.Decide("2026-03-02 13:00", "2026-03-02 09:30", new Fact.AgentResponded());
        return (ticket, Assert.IsType<Decision.Accepted>(decision).Turn);
    }

    private static (TicketState, Instant?, string) Look(TicketView view) =>
        (view.State, view.NextWake, string.Join(", ", view.Milestones.Select(milestone => $"{milestone.Id} {milestone.State} {milestone.DueTime} {milestone.BreachTime}")));
}
