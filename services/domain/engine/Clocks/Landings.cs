using NodaTime;
using SlaPlatform.Engine.Clocks.Counting;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Says in one sentence where a derivation lands.</summary>
internal static class Landings
{
    public static string Of(MilestoneView view, RunningClock clock, Instant end) => view.State switch
    {
        MilestoneState.Paused => $"Paused with {view.Remaining} of {clock.Timing.Amount} left; the rest counts from the resumption.",
        MilestoneState.Exempt => view.Reason,
        _ when clock.Due is null => $"It stood still when the ticket ended, with {view.Remaining} of {clock.Timing.Amount} left.",
        _ => $"{clock.Timing.Amount} from {clock.Start} on calendar {clock.Timing.Calendar} is used up at {end}.",
    };

    public static string Uncounted(MilestoneView view) => view.State switch
    {
        MilestoneState.NotStarted => "What starts it has not happened yet.",
        MilestoneState.Met => "It was met without a clock: the acknowledgement is automatic, or the answer came before the start.",
        MilestoneState.Untimed => $"It has no due time ({view.Reason}).",
        _ => view.Reason,
    };
}
