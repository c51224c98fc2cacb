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
    [InlineData("DA", ExclusionState.Appealed, "R")]
    [InlineData("DR", ExclusionState.Reversed, "D")]
    [InlineData("DAR", ExclusionState.Reversed, "D")]
    [InlineData("DARD", ExclusionState.Decided, "AR")]
    [InlineData("d", ExclusionState.Refused, "D")]
    [InlineData("dA", ExclusionState.Refused, "D")]
    [InlineData("dR", ExclusionState.Refused, "D")]
    [InlineData("dD", ExclusionState.Decided, "AR")]
    [InlineData("Dr", ExclusionState.Decided, "AR")]
    [InlineData("DAr", ExclusionState.Appealed, "R")]
    [InlineData("DRd", ExclusionState.Reversed, "D")]
    public void State_AfterSteps_AllowsWhatFits(string steps, ExclusionState state, string allowed)
    {
        var exclusion = CaseOf(steps);

        Assert.Equal(state, exclusion.State);
        Assert.Equal(state is ExclusionState.Decided or ExclusionState.Appealed, exclusion.Excludes);
        Assert.Equal(allowed, string.Concat(new[] { Decided, Appealed, Reversed }.Where(exclusion.Allows).Select(kind => kind.ToString()[0])));
    }

    [Fact]
    public void LastCounting_AfterAnAppealAndARefusal_IsTheDecisions() => Assert.Equal(Nine, CaseOf("DAr").LastCounting);

    [Fact]
    public void LastCounting_AfterAReversal_IsTheReversals() => Assert.Equal(Nine + Duration.FromHours(1), CaseOf("DR").LastCounting);

    // A small letter is a step that the clock refused; each is an hour after the one before.
    private static ExclusionCase CaseOf(string steps) => ExclusionCase.Of(steps.Select((letter, i) => new ExclusionStep(
        char.ToUpperInvariant(letter) switch { 'D' => Decided, 'A' => Appealed, _ => Reversed }, Nine + Duration.FromHours(i), char.IsLower(letter))));
}
