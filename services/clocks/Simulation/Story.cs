using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>A ticket's story, apart from any plan.</summary>
/// <param name="Opened">When it was received.</param>
/// <param name="Level">The level at opening.</param>
/// <param name="ClaimedOnly">Whether that level is only claimed.</param>
/// <param name="Production">Whether production is concerned; null when not said.</param>
/// <param name="Unusable">Whether the service is unusable; null when not said.</param>
/// <param name="Facts">What happened; a change of plan has its reference.</param>
/// <param name="Plans">The terms that the facts name.</param>
internal sealed record Story(
    Instant Opened, int Level, bool ClaimedOnly, bool? Production, bool? Unusable, ImmutableArray<SimulatedFact> Facts, PlanBook Plans)
{
    /// <summary>Support's level at opening where it differs from <see cref="Level"/>; null for the same.</summary>
    public int? Verified { get; init; }

    /// <summary>Why the ticket's targets do not apply to it; null when they do.</summary>
    public string? TargetsExemptReason { get; init; }

    /// <summary>For what support waited on the customer from the opening on; null when it did not.</summary>
    public string? WaitingReason { get; init; }

    /// <summary>Where each fact stands among those that were told; empty when none was left out.</summary>
    public ImmutableArray<int> Places { get; init; } = [];

    /// <summary>Where a fact stands among those that were told.</summary>
    public int PlaceOf(int index) => Places.IsEmpty ? index : Places[index];

    /// <summary>The story without some facts; the others keep their places.</summary>
    public Story Without(Func<Fact, bool> isLeftOut)
    {
        int[] kept = [.. Enumerable.Range(0, Facts.Length).Where(index => !isLeftOut(Facts[index].Fact))];
        return kept.Length == Facts.Length ? this : this with { Facts = [.. kept.Select(index => Facts[index])], Places = [.. kept.Select(PlaceOf)] };
    }

    /// <summary>When the last fact is learnt.</summary>
    public Instant End => Facts.Aggregate(Opened, (latest, fact) => Instant.Max(latest, fact.Learnt));

    /// <summary>The opening under a scenario.</summary>
    public SimulatedFact Opening(ScenarioTerms scenario) => new(
        new Fact.Opened
        {
            Plan = scenario.Reference,
            ClaimedLevel = scenario.Map(Level),
            VerifiedLevel = ClaimedOnly ? null : scenario.Map(Verified ?? Level),
            Production = Production,
            Unusable = Unusable,
            TargetsExemptReason = TargetsExemptReason,
            WaitingReason = WaitingReason,
        },
        Opened);
}
