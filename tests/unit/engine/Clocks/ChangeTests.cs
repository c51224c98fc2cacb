using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

/// <summary>Changes of severity and plan while a milestone runs.</summary>
public sealed class ChangeTests
{
    [Fact]
    public void Retroactive_LongerTarget_CountsFromTheOriginalStartWithTheSamePauses() => Assert.Equal(
        "2026-06-01 18:30",
        Ticket.Open(Policy(ChangeRule.Retroactive), "2026-06-01 10:00").At("2026-06-01 10:15", Told.Waiting).At("2026-06-01 10:45", Told.Reply).At("2026-06-01 11:00", Told.Verify(2)).Due(Resolution));

    [Fact]
    public void Retroactive_ShorterTargetAlreadyPast_RaisesTheBreachAtOnceWithItsTrueDueTime()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.Retroactive), "2026-06-01 10:00", level: 2).At("2026-06-01 15:00", Told.Verify(1));

        Assert.Equal(["Breached Resolution 2026-06-01 12:00"], ticket.Signals);
        Assert.Equal(Times.At("2026-06-01 15:00"), ticket.Log.Signals[0].RaisedTime);
    }

    [Fact]
    public void Retroactive_LongerTargetAfterABreach_RetractsIt()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.Retroactive), "2026-06-01 10:00").At("2026-06-01 13:00", Told.Verify(2));

        Assert.Equal("Running", ticket.State(Resolution));
        Assert.Equal(["Breached Resolution 2026-06-01 12:00", "Retracted: Breached Resolution 2026-06-01 12:00"], ticket.Signals);
    }

    [Fact]
    public void Retroactive_AfterTheMilestoneWasMet_LeavesItMet()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.Retroactive).Within(InitialResponse, "4h", level: 2).Within(InitialResponse, "10m"), "2026-06-01 10:00", level: 2)
            .At("2026-06-01 10:30", Told.Answer).At("2026-06-01 11:00", Told.Verify(1));

        Assert.Equal("Met", ticket.State(InitialResponse));
        Assert.Equal(2, ticket.Of(InitialResponse).Level);
    }

    [Fact]
    public void Retroactive_ChangeBeforeTheMeetingLearntLater_TurnsItLate()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.Retroactive), "2026-06-01 10:00", level: 2).At("2026-06-01 13:00", Told.Resolved).Late("2026-06-01 13:30", "2026-06-01 11:00", Told.Verify(1));

        Assert.Equal("MetLate", ticket.State(Resolution));
        Assert.Equal(
            ["Met Resolution 2026-06-01 13:00", "Retracted: Met Resolution 2026-06-01 13:00", "Breached Resolution 2026-06-01 12:00", "MetLate Resolution 2026-06-01 13:00"],
            ticket.Signals);
    }

    [Fact]
    public void Restart_BeforeTheDueTime_CountsFromTheChange()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.Restart), "2026-06-01 10:00").At("2026-06-01 11:00", Told.Verify(2));

        Assert.Equal("2026-06-01 19:00", ticket.Due(Resolution));
        Assert.Equal("2026-06-01 11:00", Times.Reading(ticket.Of(Resolution).StartTime!.Value));
    }

    [Fact]
    public void Restart_AfterABreach_LeavesItStanding()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.Restart), "2026-06-01 10:00").At("2026-06-01 13:00", Told.Verify(2));

        Assert.Equal("Breached", ticket.State(Resolution));
        Assert.Equal(["Breached Resolution 2026-06-01 12:00"], ticket.Signals);
    }

    [Fact]
    public void Restart_ExactlyAtTheDueTime_CountsFromTheChange() =>
        Assert.Equal("2026-06-01 20:00", Ticket.Open(Policy(ChangeRule.Restart), "2026-06-01 10:00").At("2026-06-01 12:00", Told.Verify(2)).Due(Resolution));

    [Fact]
    public void KeepEarlier_LongerTarget_KeepsTheFirstDueTime() =>
        Assert.Equal("2026-06-01 12:00", Ticket.Open(Policy(ChangeRule.KeepEarlier), "2026-06-01 10:00").At("2026-06-01 11:00", Told.Verify(2)).Due(Resolution));

    [Fact]
    public void KeepEarlier_ShorterTarget_TakesTheNewDueTime() =>
        Assert.Equal("2026-06-01 12:00", Ticket.Open(Policy(ChangeRule.KeepEarlier), "2026-06-01 10:00", level: 2).At("2026-06-01 11:00", Told.Verify(1)).Due(Resolution));

    [Fact]
    public void KeepEarlier_TwoClocks_WarnAndBreachOnce()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.KeepEarlier).Warn(new Warning.AtPercent(50)), "2026-06-01 10:00").At("2026-06-01 10:30", Told.Verify(2)).Until("2026-06-02 10:00");

        Assert.Equal(["Warned 50% Resolution 2026-06-01 11:00", "Breached Resolution 2026-06-01 12:00"], ticket.Signals);
    }

    [Fact]
    public void KeepEarlier_TheEarlierPauses_LetsTheOtherGovern()
    {
        var policy = new PolicyBuilder()
            .Within(Resolution, "2h", pausedBy: "waiting_on_customer", with: timing => timing with { OnChange = ChangeRule.KeepEarlier })
            .Within(Resolution, "8h", level: 2, with: timing => timing with { OnChange = ChangeRule.KeepEarlier });
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Verify(2)).At("2026-06-01 11:30", Told.Waiting);

        Assert.Equal("2026-06-01 18:00", ticket.Due(Resolution));
        Assert.Equal("2026-06-01 12:30", ticket.At("2026-06-01 12:00", Told.Reply).Due(Resolution));
    }

    [Fact]
    public void Signals_ChangedAndChangedBackAtOneInstant_AreUnchanged() => Assert.Equal(
        "2026-06-01 12:00", Ticket.Open(Policy(ChangeRule.Restart), "2026-06-01 10:00").At("2026-06-01 11:00", Told.Verify(2), Told.Verify(1)).Due(Resolution));

    [Fact]
    public void Ruling_Verified_FollowsSupport()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.Retroactive), "2026-06-01 10:00", level: 2).At("2026-06-01 10:10", Told.Verify(1)).At("2026-06-01 10:20", Told.Claim(3));

        Assert.Equal((3, 1, 1), (ticket.View.ClaimedLevel, ticket.View.VerifiedLevel, ticket.View.RulingLevel));
    }

    [Fact]
    public void Ruling_Claimed_FollowsTheCustomer()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.Retroactive).Ruled(SeverityRuling.Claimed), "2026-06-01 10:00", level: 2).At("2026-06-01 10:10", Told.Verify(1, "contact"));

        Assert.Equal(2, ticket.View.RulingLevel);
    }

    [Fact]
    public void Ruling_ClaimedWithAgreement_FollowsSupportOnceAgreedUntilTheNextClaim()
    {
        var ticket = Ticket.Open(Policy(ChangeRule.Retroactive).Ruled(SeverityRuling.Claimed, changeNeedsAgreement: true), "2026-06-01 10:00");

        Assert.Equal(1, ticket.At("2026-06-01 10:10", Told.Verify(2)).View.RulingLevel);
        Assert.Equal(2, ticket.At("2026-06-01 10:20", Told.Verify(2, "contact")).View.RulingLevel);
        Assert.Equal(2, ticket.At("2026-06-01 10:30", Told.Verify(3)).View.RulingLevel);
        Assert.Equal(1, ticket.At("2026-06-01 10:40", Told.Claim(1)).View.RulingLevel);
    }

    [Fact]
    public void PlanChanged_Retroactive_CountsTheNewPlansTargetFromTheStart()
    {
        var ticket = Ticket.Open(TwoPlans, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Move("gold"));

        Assert.Equal("2026-06-01 11:30", ticket.Due(Resolution));
        Assert.Equal("gold", ticket.View.Plan.Plan);
        Assert.Equal("gold", ticket.View.Terms.Plan.Id);
    }

    [Fact]
    public void PlanChanged_ToALevelThatItsPolicyLacks_IsRefused()
    {
        var small = new PolicyBuilder().Plan("gold").Levels(2);
        var reference = PolicyBuilder.Reference("gold");
        var book = new PolicyBuilder().Book().With(reference, PlanTerms.Resolve(small.Build(), "gold", reference.Terms).OrThrow());

        var decision = Ticket.Open(book, "2026-06-01 10:00", level: 4).Decide("2026-06-01 11:00", "2026-06-01 11:00", Told.Move("gold"));

        Assert.Equal(RefusalKind.InvalidValue, Assert.IsType<Decision.Refused>(decision).Refusals.Single().Kind);
    }

    private static PolicyBuilder TwoPlans => new PolicyBuilder().Within(Resolution, "4h").Plan("gold").Within(Resolution, "90m");

    private static PolicyBuilder Policy(ChangeRule rule) => new PolicyBuilder()
        .Within(Resolution, "2h", pausedBy: "waiting_on_customer", with: timing => timing with { OnChange = rule })
        .Within(Resolution, "8h", level: 2, pausedBy: "waiting_on_customer", with: timing => timing with { OnChange = rule });

    [Fact]
    public void SeverityChanged_ToldBeforeTheResolutionOfTheSameInstant_GovernsHowItEnded()
    {
        var policy = new PolicyBuilder().Within(Resolution, "2h").Within(Resolution, "4h", level: 2);
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 12:30", Told.Verify(2), Told.Resolved);

        Assert.Equal("Met", ticket.State(Resolution));
        Assert.Contains("Met Resolution 2026-06-01 12:30", ticket.Signals);
    }

    [Fact]
    public void SeverityChanged_ToldAfterTheAnswerOfTheSameInstant_LeavesHowItEnded()
    {
        var policy = new PolicyBuilder().Within(InitialResponse, "2h").Within(InitialResponse, "4h", level: 2);
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 12:30", Told.Answer, Told.Verify(2));

        Assert.Equal("MetLate", ticket.State(InitialResponse));
    }
}
