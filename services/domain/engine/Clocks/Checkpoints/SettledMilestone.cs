using NodaTime;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>An occurrence that ended, as it stays.</summary>
public sealed record SettledMilestone
{
    /// <summary>Which occurrence.</summary>
    public required MilestoneId Id { get; init; }

    /// <summary>Its number among the occurrences of its kind.</summary>
    public required int Ordinal { get; init; }

    /// <summary>How it ended.</summary>
    public required MilestoneState State { get; init; }

    /// <summary>The plan of the target that governed it.</summary>
    public required PlanReference Plan { get; init; }

    /// <summary>The severity level of that target.</summary>
    public required int Level { get; init; }

    /// <summary>When it started counting, or null.</summary>
    public Instant? StartTime { get; init; }

    /// <summary>When it was due, or null.</summary>
    public Instant? DueTime { get; init; }

    /// <summary>Time consumed, or null when untimed.</summary>
    public Duration? Consumed { get; init; }

    /// <summary>Time left, or null when untimed.</summary>
    public Duration? Remaining { get; init; }

    /// <summary>When it was met, or null.</summary>
    public Instant? MetTime { get; init; }

    /// <summary>When it was breached, or null.</summary>
    public Instant? BreachTime { get; init; }

    /// <summary>Why it is exempt or untimed; empty otherwise.</summary>
    public string Reason { get; init; } = "";

    internal static SettledMilestone Of(MilestoneView view, PlanReference plan) => new()
    {
        Id = view.Id,
        Ordinal = view.Ordinal,
        State = view.State,
        Plan = plan,
        Level = view.Level,
        StartTime = view.StartTime,
        DueTime = view.DueTime,
        Consumed = view.Consumed,
        Remaining = view.Remaining,
        MetTime = view.MetTime,
        BreachTime = view.BreachTime,
        Reason = view.Reason,
    };

    internal MilestoneView ToView(PlanBook book) => new()
    {
        Id = Id,
        Ordinal = Ordinal,
        State = State,
        Target = book[Plan].FindTarget(Level, Id.Kind)!,
        Level = Level,
        StartTime = StartTime,
        DueTime = DueTime,
        Consumed = Consumed,
        Remaining = Remaining,
        MetTime = MetTime,
        BreachTime = BreachTime,
        Reason = Reason,
    };
}
