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

    /// <summary>For what support waited on the customer from the opening on; null when it did not.</summary>
    public string? WaitingReason { get; init; }

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
            WaitingReason = WaitingReason,
        },
        Opened);
}
