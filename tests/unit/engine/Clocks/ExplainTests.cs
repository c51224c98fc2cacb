using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class ExplainTests
{
    [Fact]
    public void ExplainAll_SeveralMilestones_GivesEachOnesDerivation()
    {
        var ticket = Ticket.Open(new PolicyBuilder().Within(InitialResponse, "1h").Within(Resolution, "8h"), "2026-06-01 09:00");

        var all = TicketClock.ExplainAll(ticket.Log, ticket.Book, ticket.View.AsOf);

        Assert.Equal(ticket.View.Milestones.Select(milestone => (milestone.Id, ticket.Explain(milestone).End)), all.Select(one => (one.Milestone.Id, one.End)));
        Assert.Equal(2, all.Length);
    }

    [Fact]
    public void Explain_EveryRule_IsNamedInOrder()
    {
        var policy = new PolicyBuilder().Calendar("hours", "UTC", "mon-fri 09:00-17:00", null, "2026-06-02").Exclude("clause")
            .Within(Resolution, "8h", "hours", pausedBy: "waiting_on_customer", with: timing => timing with { Start = new StartRule.NextOpening("hours", StartEvent.Received) });
        var ticket = Ticket.Open(policy, "2026-06-01 08:00").At("2026-06-01 10:00", Told.Waiting).At("2026-06-01 11:00", Told.Reply)
            .At("2026-06-01 12:00", Told.Exclude()).At("2026-06-01 13:00", Told.Lift());

        Assert.Equal(
            [
                "Gate 08:00-09:00", "Counted hours 09:00-10:00", "Paused waiting_on_customer: logs 10:00-11:00", "Counted hours 11:00-12:00", "Excluded clause 12:00-13:00",
                "Counted hours 13:00-17:00", "Closed hours 17:00-00:00", "Holiday Holiday hours 00:00-00:00", "Closed hours 00:00-09:00", "Counted hours 09:00-11:00",
            ],
            Segments(ticket));
        Assert.Equal("2026-06-03 11:00", Times.Reading(ticket.Explain(ticket.Of(Resolution)).End));
    }

    [Fact]
    public void Explain_HandedOver_NamesLineCalendarAndBusinessDay()
    {
        var policy = new PolicyBuilder().Calendar("developers", "UTC", "mon-fri 09:00-12:00")
            .Within(Resolution, "1 business_day", "office", with: timing => timing with { Lines = timing.Lines.Add("development", "developers") });
        var ticket = Ticket.Open(policy, "2026-06-01 09:00").At("2026-06-01 11:00", Told.To("development"));
        var counted = ticket.Explain(ticket.Of(Resolution)).Segments.Where(segment => segment.Rule == DerivationRule.Counted);

        Assert.Equal(
            [("first_line", "office", Duration.FromHours(8)), ("development", "developers", Duration.FromHours(3)), ("development", "developers", Duration.FromHours(3))],
            counted.Select(segment => (segment.Line, segment.Calendar, segment.BusinessDay!.Value)));
    }

    [Fact]
    public void Explain_CivilAmount_IsElapsedTimeOnNoCalendar()
    {
        var ticket = Ticket.Open(new PolicyBuilder().Within(Resolution, "2 calendar_days", "office"), "2026-06-06 10:00");

        Assert.Equal(["Counted 10:00-10:00"], Segments(ticket));
    }

    [Fact]
    public void Explain_Met_GoesOnToWhereItWouldHaveLanded()
    {
        var ticket = Ticket.Open(new PolicyBuilder().Within(Resolution, "2h"), "2026-06-01 10:00").At("2026-06-01 11:00", Told.Resolved);

        Assert.Equal(["Counted 24x7 10:00-12:00"], Segments(ticket));
        Assert.Equal(Duration.FromHours(1), ticket.Of(Resolution).Consumed);
    }

    [Fact]
    public void Explain_Paused_EndsNowAndSaysHowMuchIsLeft()
    {
        var ticket = Ticket.Open(new PolicyBuilder().Within(Resolution, "2h", pausedBy: "paused"), "2026-06-01 10:00").At("2026-06-01 11:00", Told.Pause()).Until("2026-06-01 14:00");

        Assert.Equal(["Counted 24x7 10:00-11:00", "Paused vendor 11:00-14:00"], Segments(ticket));
        Assert.Contains("Paused", ticket.Explain(ticket.Of(Resolution)).Landing, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_UnknownMilestone_IsNull()
    {
        var ticket = Ticket.Open(new PolicyBuilder().Within(Resolution, "2h"), "2026-06-01 10:00");

        Assert.Null(TicketClock.Explain(ticket.Log, ticket.Book, new MilestoneId(Resolution, 99), Times.At("2026-06-01 11:00")));
        Assert.Null(TicketClock.Explain(ticket.Log, ticket.Book, new MilestoneId(Update, 1), Times.At("2026-06-01 11:00")));
    }

    private static IEnumerable<string> Segments(Ticket ticket) => ticket.Explain(ticket.Of(Resolution)).Segments.Select(segment => string.Join(
        ' ',
        new[] { segment.Rule.ToString(), segment.Detail, segment.Calendar, $"{Times.Reading(segment.From)[11..]}-{Times.Reading(segment.To)[11..]}" }.Where(word => word.Length > 0)));
}
