using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>What a reading replaces in the timed targets that it selects.</summary>
public sealed record TargetPatch
{
    /// <summary>The plans it touches; empty for all.</summary>
    public ImmutableSortedSet<string> Plans { get; init; } = [];

    /// <summary>The levels it touches; empty for all.</summary>
    public ImmutableSortedSet<int> Levels { get; init; } = [];

    /// <summary>The milestones it touches; empty for all.</summary>
    public ImmutableSortedSet<MilestoneKind> Milestones { get; init; } = [];

    /// <summary>Another calendar to count on, or null.</summary>
    public string? Calendar { get; init; }

    /// <summary>Another start, or null.</summary>
    public StartRule? Start { get; init; }

    /// <summary>Other causes of pauses, or null.</summary>
    public ImmutableSortedSet<string>? PausedBy { get; init; }

    /// <summary>Whether it touches the target of a milestone at a level of a plan.</summary>
    public bool Selects(string plan, int level, MilestoneKind milestone) =>
        (Plans.IsEmpty || Plans.Contains(plan))
        && (Levels.IsEmpty || Levels.Contains(level))
        && (Milestones.IsEmpty || Milestones.Contains(milestone));

    /// <summary>The timing with this patch's replacements.</summary>
    public Timing Apply(Timing timing) => timing with
    {
        Calendar = Calendar ?? timing.Calendar,
        Start = Start ?? timing.Start,
        PausedBy = PausedBy ?? timing.PausedBy,
    };
}
