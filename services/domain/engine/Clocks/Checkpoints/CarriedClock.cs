using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>A clock that runs on: what it had consumed when its last span began, and what it had reached before that.</summary>
public sealed record CarriedClock
{
    /// <summary>The plan whose target it counts for.</summary>
    public required PlanReference Plan { get; init; }

    /// <summary>The severity level of the target.</summary>
    public required int Level { get; init; }

    /// <summary>What it is counted from.</summary>
    public required Instant Start { get; init; }

    /// <summary>The line that the ticket was with at the start; it can still be another while the last span is the first.</summary>
    public required string FirstLine { get; init; }

    /// <summary>The first instant of the last span.</summary>
    public required Instant From { get; init; }

    /// <summary>Units consumed before the last span.</summary>
    public required Int128 Before { get; init; }

    /// <summary>When the target was used up, if before the last span; else null.</summary>
    public Instant? Due { get; init; }

    /// <summary>When each warning (of a ladder's clock: each rung) was reached, if before the last span; else null.</summary>
    public ImmutableArray<Instant?> Reached { get; init; } = [];
}
