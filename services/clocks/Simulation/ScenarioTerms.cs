using System.Collections.Immutable;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>A scenario made ready: the terms that a ticket runs under.</summary>
/// <param name="Label">Shown in the answer.</param>
/// <param name="Reference">What names the terms.</param>
/// <param name="Terms">The terms.</param>
/// <param name="Levels">Levels of the story to levels of the policy; one that is missing stays as it is.</param>
internal sealed record ScenarioTerms(string Label, PlanReference Reference, PlanTerms Terms, ImmutableSortedDictionary<int, int> Levels)
{
    public int Map(int level) => Levels.GetValueOrDefault(level, level);

    public Fact Map(Fact fact) => fact is not Fact.SeverityChanged changed ? fact : changed with
    {
        ClaimedLevel = changed.ClaimedLevel is { } claimed ? Map(claimed) : null,
        VerifiedLevel = changed.VerifiedLevel is { } verified ? Map(verified) : null,
    };
}
