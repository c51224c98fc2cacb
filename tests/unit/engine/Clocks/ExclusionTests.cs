using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class ExclusionTests
{
    private static PolicyBuilder Policy => new PolicyBuilder().Within(InitialResponse, "3h").Within(Resolution, "2h").Exclude("clause").Exclude("own", Resolution);

    [Fact]
    public void State_WhileExcluded_IsExemptWithTheClause()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Exclude()).Until("2026-06-05 10:00");

        Assert.Equal("Exempt", ticket.Due(Resolution));
        Assert.Contains("clause", ticket.Of(Resolution).Reason, StringComparison.Ordinal);
        Assert.Equal(["clause"], ticket.View.Exclusions);
        Assert.Empty(ticket.Signals);
        Assert.Null(ticket.NextWake);
    }

    [Fact]
    public void State_ClauseThatNamesOneMilestone_LeavesTheOthers()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Exclude("own"));

        Assert.Equal("Exempt", ticket.State(Resolution));
        Assert.Equal("2026-06-01 13:00", ticket.Due(InitialResponse));
    }

    [Fact]
    public void Due_Lifted_GoesOnWithoutTheExcludedTime() => Assert.Equal(
        "2026-06-01 15:00", Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Exclude()).At("2026-06-01 14:00", Told.Lift()).Due(Resolution));

    [Fact]
    public void Due_OneOfTwoLifted_StaysExempt() => Assert.Equal(
        "Exempt", Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Exclude(), Told.Exclude("own")).At("2026-06-01 12:00", Told.Lift()).Due(Resolution));

    [Fact]
    public void Signals_ResolvedWhileExcluded_IsExemptNotMet()
    {
        var ticket = Ticket.Open(Policy.Warn(new Warning.AtPercent(25)), "2026-06-01 10:00").At("2026-06-01 11:00", Told.Exclude()).At("2026-06-01 12:00", Told.Resolved);

        Assert.Equal("Exempt", ticket.State(Resolution));
        Assert.Equal(["Warned 25% Resolution 2026-06-01 10:30", "Warned 25% InitialResponse 2026-06-01 10:45"], ticket.Signals);
    }

    [Fact]
    public void Signals_BreachedBeforeTheExclusion_StaysBreached()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 12:30", Told.Exclude());
        Assert.Equal("Breached", ticket.State(Resolution));

        Assert.Equal("MetLate", ticket.At("2026-06-01 13:00", Told.Resolved).State(Resolution));
    }

    [Fact]
    public void Signals_MetBeforeTheExclusion_StaysMet() => Assert.Equal(
        "Met", Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 10:30", Told.Answer).At("2026-06-01 11:00", Told.Exclude()).State(InitialResponse));

    [Fact]
    public void State_NotStartedAndExcluded_IsExempt()
    {
        var policy = new PolicyBuilder().Exclude("clause").Within(Resolution, "2h", with: timing => timing with { Start = new StartRule.At(StartEvent.Confirmed) });

        Assert.Equal("Exempt", Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Exclude()).State(Resolution));
    }

    [Fact]
    public void Signals_Ladder_StandsStillWhileItsMilestoneIsExcluded()
    {
        var policy = Policy.Ladder("a", "b").Climb(new Escalation.AtInterval("ladder", Times.Amount("30m"), "24x7"));
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 10:45", Told.Exclude()).At("2026-06-01 12:45", Told.Lift()).Until("2026-06-01 13:30");

        Assert.Equal(["RungReached 1 a Resolution 2026-06-01 10:30", "RungReached 2 b Resolution 2026-06-01 13:00"], ticket.Signals);
    }
}
