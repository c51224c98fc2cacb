using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks;

/// <summary>How one occurrence of a milestone stands at an instant.</summary>
public sealed record MilestoneView
{
    /// <summary>Which occurrence.</summary>
    public required MilestoneId Id { get; init; }

    /// <summary>Its number among the occurrences of its kind, from 1; for display only, a late fact can shift it.</summary>
    public required int Ordinal { get; init; }

    /// <summary>How it stands.</summary>
    public required MilestoneState State { get; init; }

    /// <summary>The target that governs it.</summary>
    public required Target Target { get; init; }

    /// <summary>The severity level that the target belongs to.</summary>
    public required int Level { get; init; }

    /// <summary>When it started or starts counting; null while that is not known.</summary>
    public Instant? StartTime { get; init; }

    /// <summary>When it is due; null while paused, exempt, untimed or not known.</summary>
    public Instant? DueTime { get; init; }

    /// <summary>Time consumed: open time, or elapsed time for civil amounts; past the target after a breach.</summary>
    public Duration? Consumed { get; init; }

    /// <summary>Time left, never negative; null when untimed.</summary>
    public Duration? Remaining { get; init; }

    /// <summary>When it was met, or null.</summary>
    public Instant? MetTime { get; init; }

    /// <summary>When it was breached: its due time; null when it was not.</summary>
    public Instant? BreachTime { get; init; }

    /// <summary>Why it is paused, exempt or untimed; empty otherwise.</summary>
    public string Reason { get; init; } = "";
}
