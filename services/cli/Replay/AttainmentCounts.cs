using System.Globalization;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Replay;

/// <summary>How the occurrences of one milestone at one level stand.</summary>
internal sealed record AttainmentCounts(
    int Met = 0, int Late = 0, int Breached = 0, int Open = 0, int NotStarted = 0, int Paused = 0, int Exempt = 0, int Untimed = 0, int Cancelled = 0)
{
    /// <summary>The denominator of attainment: those whose outcome is known. Breached ones are still unanswered.</summary>
    public int Decided => Met + Late + Breached;

    /// <summary>Met of decided in percent with one decimal; null when none is decided. Never 100.0 while one was missed, nor 0.0 while one was met.</summary>
    public string? Percent
    {
        get
        {
            if (Decided == 0)
            {
                return null;
            }

            var tenths = (int)Math.Round(1000m * Met / Decided, MidpointRounding.AwayFromZero);
            tenths = Met < Decided ? Math.Min(tenths, 999) : tenths;
            tenths = Met > 0 ? Math.Max(tenths, 1) : tenths;
            return (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);
        }
    }

    public AttainmentCounts With(MilestoneState state) => state switch
    {
        MilestoneState.Met => this with { Met = Met + 1 },
        MilestoneState.MetLate => this with { Late = Late + 1 },
        MilestoneState.Breached => this with { Breached = Breached + 1 },
        MilestoneState.Running => this with { Open = Open + 1 },
        MilestoneState.NotStarted => this with { NotStarted = NotStarted + 1 },
        MilestoneState.Paused => this with { Paused = Paused + 1 },
        MilestoneState.Exempt => this with { Exempt = Exempt + 1 },
        MilestoneState.Untimed => this with { Untimed = Untimed + 1 },
        MilestoneState.Cancelled => this with { Cancelled = Cancelled + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A milestone of an answer has a state."),
    };
}
