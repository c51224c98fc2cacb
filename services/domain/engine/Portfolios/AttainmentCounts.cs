using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Portfolios;

/// <summary>How occurrences of one milestone stand, and how often the promise was kept.</summary>
/// <param name="Met">Met in time.</param>
/// <param name="MetLate">Met late.</param>
/// <param name="Breached">Breached and not met.</param>
/// <param name="Open">Running or not started.</param>
/// <param name="Paused">Paused.</param>
/// <param name="Exempt">Not owed.</param>
/// <param name="Untimed">Never timed.</param>
/// <param name="Cancelled">Ended without verdict.</param>
public sealed record AttainmentCounts(int Met = 0, int MetLate = 0, int Breached = 0, int Open = 0, int Paused = 0, int Exempt = 0, int Untimed = 0, int Cancelled = 0)
{
    private const int Places = 2;
    private const decimal Whole = 100m;
    private const decimal Least = 0.01m;

    /// <summary>The denominator: those whose verdict is known.</summary>
    public int Decided => Met + MetLate + Breached;

    /// <summary>
    /// Met of decided in percent with 2 places, rounded half up; null when none is decided. Never 100.00 while one was missed, nor 0.00 while one was met.
    /// </summary>
    public decimal? Percent => Decided == 0 ? null
        : Met == Decided ? Whole
        : Met == 0 ? 0
        : Math.Clamp(Math.Round(Whole * Met / Decided, Places, MidpointRounding.AwayFromZero), Least, Whole - Least);

    /// <summary>The counts with one occurrence more. What a release met had no time to miss, and is no part of the denominator.</summary>
    public AttainmentCounts With(MilestoneView milestone) =>
        With(milestone is { State: MilestoneState.Met, Target.Commitment: Commitment.NextRoutineRelease } ? MilestoneState.Untimed : milestone.State);

    /// <summary>The counts with one occurrence more.</summary>
    public AttainmentCounts With(MilestoneState state) => state switch
    {
        MilestoneState.Met => this with { Met = Met + 1 },
        MilestoneState.MetLate => this with { MetLate = MetLate + 1 },
        MilestoneState.Breached => this with { Breached = Breached + 1 },
        MilestoneState.Running or MilestoneState.NotStarted => this with { Open = Open + 1 },
        MilestoneState.Paused => this with { Paused = Paused + 1 },
        MilestoneState.Exempt => this with { Exempt = Exempt + 1 },
        MilestoneState.Untimed => this with { Untimed = Untimed + 1 },
        MilestoneState.Cancelled => this with { Cancelled = Cancelled + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "It is no state of a milestone."),
    };
}
