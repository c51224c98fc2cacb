using NodaTime;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class HandOverTests
{
    private static PolicyBuilder Policy(string amount) => new PolicyBuilder().Calendar("developers", "UTC", "mon-fri 09:00-12:00")
        .Within(InitialResponse, "4h", "office")
        .Within(Resolution, amount, "office", with: timing => timing with { Lines = timing.Lines.Add("development", "developers") });

    [Fact]
    public void Due_WithALineWithoutItsOwnCalendar_CountsOn() =>
        Assert.Equal("2026-06-01 13:00", Ticket.Open(Policy("4h"), "2026-06-01 09:00").At("2026-06-01 10:00", Told.To("third_line")).Due(Resolution));

    [Fact]
    public void Due_OtherMilestones_CountOn() =>
        Assert.Equal("2026-06-01 13:00", Ticket.Open(Policy("4h"), "2026-06-01 09:00").At("2026-06-01 10:00", Told.To("development")).Due(InitialResponse));

    [Fact]
    public void Due_HoursOverThereAndBack_AddUp() => Assert.Equal(
        "2026-06-01 15:00",
        Ticket.Open(Policy("4h"), "2026-06-01 09:00").At("2026-06-01 11:00", Told.To("development")).At("2026-06-01 14:00", Told.To("first_line")).Due(Resolution));

    [Fact]
    public void Due_BusinessDays_CarryTheRemainderAsAFraction()
    {
        // 2 of 8 hours are a quarter of a day; three quarters of the developers' 3 hours are 2 h 15 m.
        var ticket = Ticket.Open(Policy("1 business_day"), "2026-06-01 09:00").At("2026-06-01 11:00", Told.To("development"));

        Assert.Equal("2026-06-02 10:15", ticket.Due(Resolution));
        Assert.Equal(Duration.FromHours(8), ticket.Of(Resolution).Consumed + ticket.Of(Resolution).Remaining);
    }

    [Fact]
    public void Due_CivilAmount_IsNotAffected() => Assert.Equal(
        "2026-06-04 09:00", Ticket.Open(Policy("3 calendar_days"), "2026-06-01 09:00").At("2026-06-01 11:00", Told.To("development")).Due(Resolution));

    [Fact]
    public void View_Line_IsTheLatest() => Assert.Equal("development", Ticket.Open(Policy("4h"), "2026-06-01 09:00").At("2026-06-01 11:00", Told.To("development")).View.Line);
}
