using NodaTime;
using SlaPlatform.Engine.Triage.Exclusions;
using static SlaPlatform.Engine.Triage.Exclusions.ExclusionStepKind;

namespace SlaPlatform.Engine.Tests.Triage.Exclusions;

public sealed class ExclusionCaseTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 6, 1, 9, 0);

    [Theory]
    [InlineData("", ExclusionState.None, "D")]
    [InlineData("D", ExclusionState.Decided, "AR")]
    [InlineData("DA", ExclusionState.Appealed, "RU")]
    [InlineData("DAU", ExclusionState.Decided, "AR")]
    [InlineData("DAUA", ExclusionState.Appealed, "RU")]
    [InlineData("DU", ExclusionState.Decided, "AR")]
    [InlineData("DR", ExclusionState.Reversed, "D")]
    [InlineData("DAR", ExclusionState.Reversed, "D")]
    [InlineData("DARD", ExclusionState.Decided, "AR")]
    [InlineData("d", ExclusionState.Refused, "D")]
    [InlineData("dA", ExclusionState.Refused, "D")]
    [InlineData("dR", ExclusionState.Refused, "D")]
    [InlineData("dD", ExclusionState.Decided, "AR")]
    [InlineData("Dr", ExclusionState.Decided, "AR")]
    [InlineData("DAr", ExclusionState.Appealed, "RU")]
    [InlineData("DRd", ExclusionState.Reversed, "D")]
    public void State_AfterSteps_AllowsWhatFits(string steps, ExclusionState state, string allowed)
    {
        var exclusion = CaseOf(steps);

        Assert.Equal(state, exclusion.State);
        Assert.Equal(state is ExclusionState.Decided or ExclusionState.Appealed, exclusion.Excludes);
        Assert.Equal(allowed, string.Concat("DARU".Where(letter => exclusion.Allows(KindOf(letter)))));
    }

    [Fact]
    public void LastCounting_AfterAnAppealAndARefusal_IsTheDecisions() => Assert.Equal(Nine, CaseOf("DAr").LastCounting);

    [Fact]
    public void LastCounting_AfterAReversal_IsTheReversals() => Assert.Equal(Nine + Duration.FromHours(1), CaseOf("DR").LastCounting);

    private static ExclusionStepKind KindOf(char letter) => letter switch { 'D' => Decided, 'A' => Appealed, 'U' => Dismissed, _ => Reversed };

    // A small letter is a step that the clock refused; each is an hour after the one before.
    private static ExclusionCase CaseOf(string steps) => ExclusionCase.Of(steps.Select((letter, i) => new ExclusionStep(
        KindOf(char.ToUpperInvariant(letter)), Nine + Duration.FromHours(i), char.IsLower(letter))));
}
