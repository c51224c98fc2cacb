using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

/// <summary>The worked due times of the four policies, through a ticket's whole clock.</summary>
public sealed class WorkedDueTimesTests
{
    private const string Denver = "America/Denver";
    private const string Warsaw = "Europe/Warsaw";

    private static readonly StartRule Gated = new StartRule.NextOpening("hours", StartEvent.Received);

    private static PolicyBuilder Domo => new PolicyBuilder().Always("round", Denver).Calendar("hours", Denver, "mon-fri 07:00-18:00");

    private static PolicyBuilder Xtm => new PolicyBuilder()
        .Always("round", Warsaw)
        .Calendar("24x5", Warsaw, "mon 08:00-24:00; tue-fri 00:00-24:00; sat 00:00-08:00", "24h")
        .Calendar("developers", Warsaw, "mon-fri 08:30-17:00");

    [Theory]
    [InlineData("4h", "2026-03-06 17:30", "2026-03-06 21:30", "2026-03-09 10:30")]
    [InlineData("14h", "2026-03-07 10:00", "2026-03-09 21:00", "2026-03-10 10:00")]
    public void Due_DomoInitialResponse_DependsOnTheReading(string amount, string received, string gated, string businessHours)
    {
        var policy = Domo
            .Within(InitialResponse, amount, "round", with: timing => timing with { Start = Gated })
            .Read("start", "business-hours", new TargetPatch { Calendar = "hours", Start = StartRule.OnReceipt });

        Assert.Equal(gated, Ticket.Open(policy, received, zone: Denver).Due(InitialResponse));
        Assert.Equal(businessHours, Ticket.Open(policy.Book(("start", "business-hours")), received, zone: Denver).Due(InitialResponse));
    }

    [Fact]
    public void Due_DomoSeverity1OverTheSpringChange_CountsRealTime() => Assert.Equal(
        "2026-03-08 03:30", Ticket.Open(Domo.Within(InitialResponse, "1h", "round"), "2026-03-08 01:30", zone: Denver).Due(InitialResponse));

    [Fact]
    public void Due_DomoFollowUp_IsGatedAfterTheAnswer()
    {
        var policy = Domo.Every(FollowUp, "72h", "round", with: timing => timing with { Start = new StartRule.NextOpening("hours", StartEvent.AgentResponded) });
        var ticket = Ticket.Open(policy, "2026-06-05 12:00", zone: Denver).At("2026-06-05 19:00", Told.Answer);

        Assert.Equal("2026-06-08 07:00", Times.Reading(ticket.Of(FollowUp).StartTime!.Value, Denver));
        Assert.Equal("2026-06-11 07:00", ticket.Due(FollowUp));
    }

    [Theory]
    [InlineData("Europe/Brussels", "mon-fri 09:00-18:00", "2h", "2026-03-27 17:15", "2026-03-30 10:15")]
    [InlineData("Europe/London", "mon-fri 09:00-18:00", "1 business_day", "2026-05-22 20:00", "2026-05-26 18:00")]
    [InlineData("Australia/Sydney", "mon-fri 00:00-24:00", "15m", "2026-10-23 23:50", "2026-10-26 00:05")]
    [InlineData("Europe/Paris", "mon-fri 08:00-17:00", "24h", "2026-06-01 08:00", "2026-06-03 14:00")]
    [InlineData("Europe/Paris", "mon-fri 00:00-24:00", "15m", "2026-06-06 10:00", "2026-06-08 00:15")]
    [InlineData("Europe/Paris", "mon-sun 00:00-24:00", "15m", "2026-06-06 10:00", "2026-06-06 10:15")]
    [InlineData("Europe/Paris", "mon-fri 08:00-17:00", "15m", "2026-06-06 10:00", "2026-06-08 08:15")]
    public void Due_ResponseInARegion_IsAsWorkedOut(string zone, string week, string amount, string received, string due)
    {
        var policy = new PolicyBuilder().Calendar("hours", zone, week, null, "2026-05-25").Within(InitialResponse, amount, "hours");

        Assert.Equal(due, Ticket.Open(policy, received, zone: zone).Due(InitialResponse));
    }

    [Theory]
    [InlineData("2h", "2026-03-28 07:30", "2026-03-30 09:30")]
    [InlineData("3 business_days", "2026-06-04 10:00", "2026-06-09 10:00")]
    [InlineData("3 business_days", "2026-06-06 03:00", "2026-06-11 03:00")]
    [InlineData("7 business_days", "2026-06-01 09:00", "2026-06-10 09:00")]
    [InlineData("3 calendar_days", "2026-03-27 12:00", "2026-03-30 12:00")]
    [InlineData("3 calendar_days", "2026-03-26 02:30", "2026-03-29 03:30")]
    public void Due_XtmResolution_IsAsWorkedOut(string amount, string received, string due) =>
        Assert.Equal(due, Ticket.Open(Xtm.Within(Resolution, amount, "24x5"), received, zone: Warsaw).Due(Resolution));

    [Fact]
    public void Due_XtmWaitingOnTheCustomer_MovesTheResolutionAlone()
    {
        var policy = Xtm.Within(InitialResponse, "30m", "24x5").Within(Resolution, "2h", "24x5", pausedBy: "waiting_on_customer");
        var ticket = Ticket.Open(policy, "2026-06-01 10:00", zone: Warsaw).At("2026-06-01 10:40", Told.Waiting).At("2026-06-01 13:10", Told.Reply);

        Assert.Equal("2026-06-01 14:30", ticket.Due(Resolution));
        Assert.Equal("2026-06-01 10:30", ticket.Due(InitialResponse));
    }

    [Theory]
    [InlineData("2h", "2026-06-05 15:30", "2026-06-05 16:30", "2026-06-08 09:00")]
    [InlineData("3 business_days", "2026-06-01 10:00", "2026-06-01 12:00", "2026-06-04 11:17:30")]
    public void Due_XtmHandOverToDevelopment_CountsTheRestOnTheirHours(string amount, string received, string handedOver, string due)
    {
        var policy = Xtm.Within(Resolution, amount, "24x5", with: timing => timing with { Lines = timing.Lines.Add("development", "developers") });

        Assert.Equal(due, Ticket.Open(policy, received, zone: Warsaw).At(handedOver, Told.To("development")).Due(Resolution));
    }

    [Fact]
    public void Signals_XtmGoldLadder_ClimbsOnSupportHours()
    {
        var policy = Xtm.Within(Resolution, "3 calendar_days", "24x5").Ladder("a", "b", "c", "d").Climb(new Escalation.AtInterval("ladder", Times.Amount("4h"), "24x5"));
        var ticket = Ticket.Open(policy, "2026-06-05 22:00", zone: Warsaw).Until("2026-06-08 20:00");

        Assert.Equal(
            ["RungReached 1 a Resolution 2026-06-06 02:00", "RungReached 2 b Resolution 2026-06-06 06:00", "RungReached 3 c Resolution 2026-06-08 10:00", "RungReached 4 d Resolution 2026-06-08 14:00"],
            ticket.Signals);
    }
}
