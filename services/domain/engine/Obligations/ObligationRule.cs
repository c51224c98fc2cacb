using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Obligations;

/// <summary>Something that a plan owes: again and again over a term, or whenever something happens.</summary>
public sealed record ObligationRule
{
    /// <summary>Its id: of the provision that states it, or of the feature that grants it.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Where it is stated.</summary>
    public required string Source { get; init; }

    /// <summary>The feature that a plan must have to owe it; null when every plan does.</summary>
    public string? Feature { get; init; }

    /// <summary>How many are owed each <see cref="Per"/>, evenly spread; where it is owed on an <see cref="Occasion"/>, how many of those count each period.</summary>
    public required int Count { get; init; }

    /// <summary>The period, or null when every occasion counts.</summary>
    public ObligationPeriod? Per { get; init; }

    /// <summary>What it is owed for; null when it is owed each period as such.</summary>
    public Occasion? Occasion { get; init; }

    /// <summary>How long before the occasion it is due, negative for after it; null where it is due at the end of the period that the occasion falls in.</summary>
    public Duration? Before { get; init; }

    /// <summary>Whether it can be missed; what is done "where possible" cannot.</summary>
    public bool IsBinding { get; init; } = true;
}
