using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class CommitmentTests
{
    [Fact]
    public void Automatic_AtOpening_IsMetAndStartsTheSilence()
    {
        var policy = new PolicyBuilder().Promise(InitialResponse, new Commitment.Automatic()).Every(Update, "1h", with: AfterAnswer);
        var ticket = Ticket.Open(policy, "2026-06-01 10:00");

        Assert.Equal("Met", ticket.State(InitialResponse));
        Assert.Equal(["Met InitialResponse 2026-06-01 10:00"], ticket.Signals);
        Assert.Equal("2026-06-01 11:00", ticket.Due(Update));
        Assert.Equal(1, ticket.Of(Update).Id.Occurrence);
    }

    [Fact]
    public void Automatic_ByALaterChange_IsAcknowledgedThenAndWithdrawsTheBreach()
    {
        var policy = new PolicyBuilder().Within(InitialResponse, "30m").Promise(InitialResponse, new Commitment.Automatic(), 3).Every(Update, "1h", level: 3, with: AfterAnswer);
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Verify(3));

        Assert.Equal("Met", ticket.State(InitialResponse));
        Assert.Equal("2026-06-01 12:00", ticket.Due(Update));
        Assert.Equal(
            ["Breached InitialResponse 2026-06-01 10:30", "Retracted: Breached InitialResponse 2026-06-01 10:30", "Met InitialResponse 2026-06-01 11:00"],
            ticket.Signals);
    }

    [Fact]
    public void Automatic_AfterAnAnswer_ChangesNothing()
    {
        var policy = new PolicyBuilder().Within(InitialResponse, "30m").Promise(InitialResponse, new Commitment.Automatic(), 3);
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 10:10", Told.Answer).At("2026-06-01 11:00", Told.Verify(3));

        Assert.Equal(["Met InitialResponse 2026-06-01 10:10"], ticket.Signals);
    }

    [Fact]
    public void NextRoutineRelease_ResolvedByARelease_IsMetThen()
    {
        var ticket = Ticket.Open(new PolicyBuilder().Promise(Resolution, new Commitment.NextRoutineRelease()), "2026-06-01 10:00")
            .At("2026-07-01 08:00", new Fact.Resolved("policies/acme/releases/13.2"));

        Assert.Equal("Met", ticket.State(Resolution));
        Assert.Equal(Times.At("2026-07-01 08:00", "UTC"), ticket.Of(Resolution).MetTime);
    }

    [Fact]
    public void WithinHours_ResolvedByARelease_IsMetAsByAnySolution()
    {
        var ticket = Ticket.Open(new PolicyBuilder().Within(Resolution, "1h"), "2026-06-01 10:00").At("2026-06-01 10:30", new Fact.Resolved("policies/acme/releases/13.2"));

        Assert.Equal("Met", ticket.State(Resolution));
    }

    [Fact]
    public void WithinHours_WaitingFromTheOpening_IsPausedUntilTheCustomerReplies()
    {
        var policy = new PolicyBuilder().Within(Resolution, "1h", with: timing => timing with { PausedBy = [Timing.WaitingOnCustomer] });
        var ticket = Ticket.Open(policy, "2026-06-01 10:00", with: opening => opening with { WaitingReason = "upgrade_required" });

        Assert.Equal((TicketState.WaitingOnCustomer, "upgrade_required", "Paused"), (ticket.View.State, ticket.View.PauseReason, ticket.State(Resolution)));
        Assert.Equal("2026-06-03 11:00", ticket.At("2026-06-03 10:00", Told.Reply).Due(Resolution));
    }

    [Theory]
    [InlineData("best_effort")]
    [InlineData("next_routine_release")]
    [InlineData("not_applicable")]
    public void Untimed_WhateverHappens_IsShownAndNeverBreached(string name)
    {
        Commitment commitment = name switch
        {
            "best_effort" => new Commitment.BestEffort(),
            "next_routine_release" => new Commitment.NextRoutineRelease(),
            _ => new Commitment.NotApplicable(),
        };
        var ticket = Ticket.Open(new PolicyBuilder().Promise(Resolution, commitment), "2026-06-01 10:00").Until("2027-06-01 10:00").At("2027-06-02 10:00", Told.Resolved);

        Assert.Equal("Untimed", ticket.State(Resolution));
        Assert.Equal(name, ticket.Of(Resolution).Reason);
        Assert.Empty(ticket.Signals);
        Assert.Null(ticket.NextWake);
    }

    [Fact]
    public void None_IsNotShown() => Assert.Empty(Ticket.Open(new PolicyBuilder().Promise(Resolution, new Commitment.None()), "2026-06-01 10:00").View.Milestones);

    [Theory]
    [InlineData(null, "Exempt")]
    [InlineData(false, "Exempt")]
    [InlineData(true, "Running")]
    public void Production_AsTheReportSays_DecidesWhetherItIsOwed(bool? production, string state)
    {
        var policy = Conditional(new TargetCondition.Production());

        Assert.Equal(state, Ticket.Open(policy, "2026-06-01 10:00", with: opened => opened with { Production = production }).State(Resolution));
    }

    [Fact]
    public void Unusable_NotReported_RaisesNothing()
    {
        var ticket = Ticket.Open(Conditional(new TargetCondition.Unusable()), "2026-06-01 10:00").Until("2026-06-02 10:00").At("2026-06-02 10:00", Told.Resolved);

        Assert.Equal("Exempt", ticket.State(Resolution));
        Assert.NotEmpty(ticket.Of(Resolution).Reason);
        Assert.Empty(ticket.Signals);
    }

    [Fact]
    public void ConfirmedCause_IsTheVendors_MakesItOwedFromTheStart()
    {
        var ticket = Ticket.Open(Conditional(new TargetCondition.ConfirmedCause("vendor")), "2026-06-01 10:00");
        Assert.Equal("Exempt", ticket.State(Resolution));

        Assert.Equal("2026-06-01 12:00", ticket.At("2026-06-01 11:00", Told.Confirmed()).Due(Resolution));
    }

    [Fact]
    public void ConfirmedCause_TurnsOutAnother_WithdrawsTheBreach()
    {
        var ticket = Ticket.Open(Conditional(new TargetCondition.ConfirmedCause("vendor")), "2026-06-01 10:00")
            .At("2026-06-01 11:00", Told.Confirmed()).At("2026-06-01 13:00", Told.Confirmed("customer"));

        Assert.Equal("Exempt", ticket.State(Resolution));
        Assert.Equal(["Breached Resolution 2026-06-01 12:00", "Retracted: Breached Resolution 2026-06-01 12:00"], ticket.Signals);
    }

    [Theory]
    [InlineData("2026-06-01 11:30", "Met")]
    [InlineData("2026-06-01 12:30", "MetLate")]
    public void ConfirmedCause_TurnsOutAnotherAfterTheResolution_LeavesHowItEnded(string resolved, string state)
    {
        var ticket = Ticket.Open(Conditional(new TargetCondition.ConfirmedCause("vendor")), "2026-06-01 10:00")
            .At("2026-06-01 11:00", Told.Confirmed()).At(resolved, Told.Resolved).At("2026-06-01 13:00", Told.Confirmed("customer"));

        Assert.Equal(state, ticket.State(Resolution));
        Assert.DoesNotContain(ticket.Signals, signal => signal.StartsWith("Retracted", StringComparison.Ordinal));
    }

    [Fact]
    public void ConfirmedCause_NeverConfirmed_IsExemptOnceResolved()
    {
        var policy = new PolicyBuilder().Promise(
            Resolution,
            new Commitment.Within(new Timing { Amount = Times.Amount("2h"), Calendar = "24x7", Start = new StartRule.LaterOf(StartEvent.Received, StartEvent.Confirmed) }),
            1,
            new TargetCondition.ConfirmedCause("vendor"));
        var ticket = Ticket.Open(policy, "2026-06-01 10:00");
        Assert.Equal("NotStarted", ticket.State(Resolution));

        ticket.At("2026-06-01 11:00", Told.Resolved);

        Assert.Equal("Exempt", ticket.State(Resolution));
        Assert.Empty(ticket.Signals);
    }

    [Fact]
    public void TargetsExempt_OfTheWholeTicket_RaisesNothingAndSaysWhy()
    {
        var policy = new PolicyBuilder().Promise(InitialResponse, new Commitment.Automatic()).Within(Resolution, "1h").Ladder("a").Climb(new Escalation.AtInterval("ladder", Times.Amount("10m"), "24x7"));
        var ticket = Ticket.Open(policy, "2026-06-01 10:00", with: opened => opened with { TargetsExemptReason = "by e-mail" }).Until("2026-06-02 10:00");

        Assert.Equal(["Exempt", "Exempt"], ticket.View.Milestones.Select(milestone => milestone.State.ToString()));
        Assert.Equal("by e-mail", ticket.Of(Resolution).Reason);
        Assert.Empty(ticket.Signals);
    }

    private static Timing AfterAnswer(Timing timing) => timing with { Start = new StartRule.At(StartEvent.AgentResponded) };

    private static PolicyBuilder Conditional(TargetCondition condition) => new PolicyBuilder().Promise(
        Resolution, new Commitment.Within(new Timing { Amount = Times.Amount("2h"), Calendar = "24x7" }), 1, condition);
}
