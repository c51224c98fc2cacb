using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>A plan that a vendor sells under a policy.</summary>
public sealed record Plan
{
    /// <summary>The warnings of a plan that states none: 50, 75 and 90 % of the target.</summary>
    public static ImmutableArray<Warning> DefaultWarnings { get; } =
        [new Warning.AtPercent(50), new Warning.AtPercent(75), new Warning.AtPercent(90)];

    /// <summary>The plan's id in its policy.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Its rank among the policy's plans, for comparing tiers; 1 is the cheapest. Null for plans outside the tiers (trials).</summary>
    public int? Tier { get; init; }

    /// <summary>What it has of each feature, by feature id; a feature that is absent is not part of the plan.</summary>
    public required ImmutableSortedDictionary<string, FeatureValue> Features { get; init; }

    /// <summary>The targets by severity level; a level or milestone without one has no commitment.</summary>
    public required ImmutableSortedDictionary<int, ImmutableArray<Target>> Targets { get; init; }

    /// <summary>The escalations by severity level.</summary>
    public ImmutableSortedDictionary<int, Escalation> Escalations { get; init; } = ImmutableSortedDictionary<int, Escalation>.Empty;

    /// <summary>Warnings for timed targets that state none of their own.</summary>
    public ImmutableArray<Warning> Warnings { get; init; } = DefaultWarnings;

    /// <summary>When tickets waiting on the customer close by themselves, or null for never.</summary>
    public AutoClose? AutoClose { get; init; }

    /// <summary>Where requests must come from.</summary>
    public required Channels Channels { get; init; }

    /// <summary>The most contacts an account names, or null for no cap.</summary>
    public int? ContactCap { get; init; }

    /// <summary>The most named e-mail users an account names, or null where the plan has none of that kind.</summary>
    public int? NamedEmailUserCap { get; init; }

    /// <summary>Whether only named contacts may open tickets.</summary>
    public bool ContactsOnly { get; init; }

    /// <summary>The plan that new tickets fall to when a trial of this plan has ended, or null.</summary>
    public string? AfterTrial { get; init; }

    /// <summary>Where the plan is stated.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it has a feature in whatever amount.</summary>
    /// <param name="feature">The feature's id.</param>
    public bool Has(string feature) => Features.GetValueOrDefault(feature) is { } value and not FeatureValue.Flag { Included: false };

    /// <summary>The target of a milestone at a level, or null.</summary>
    public Target? FindTarget(int level, MilestoneKind milestone) =>
        Targets.TryGetValue(level, out var targets) ? targets.FirstOrDefault(target => target.Milestone == milestone) : null;
}
