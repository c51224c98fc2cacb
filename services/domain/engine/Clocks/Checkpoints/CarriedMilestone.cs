using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>An occurrence that had not ended.</summary>
public sealed record CarriedMilestone
{
    /// <summary>The milestone.</summary>
    public required MilestoneKind Kind { get; init; }

    /// <summary>What started it.</summary>
    public required Moment Event { get; init; }

    /// <summary>The stretch in which its ticket had been answered, if that ends no earlier than the checkpoint.</summary>
    public ImmutableArray<Interval> Answered { get; init; } = [];

    /// <summary>Its clocks, in the order in which changes began them.</summary>
    public ImmutableArray<CarriedClock> Clocks { get; init; } = [];

    /// <summary>The ladder's clock under each of <see cref="Clocks"/>, or the only one while there is none; empty when no ladder follows it.</summary>
    public ImmutableArray<CarriedClock> Ladders { get; init; } = [];
}
