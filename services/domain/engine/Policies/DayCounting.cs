using System.Collections.Immutable;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>Finds calendars, a subscription's own hours included, that cannot count the business days a plan promises.</summary>
internal static class DayCounting
{
    public static IEnumerable<Violation> Violations(
        Plan plan, IEnumerable<ImmutableArray<Target>> targets, ImmutableSortedDictionary<string, CompiledCalendar> calendars)
    {
        var timings = targets.SelectMany(level => level).Select(target => target.Commitment.Timing).OfType<Timing>();
        var counting = timings.Where(timing => timing.Amount is Amount.BusinessDays).SelectMany(timing => CalendarsOf(timing, calendars))
            .Concat(plan.Escalations.Values.OfType<Escalation.AtInterval>().Where(ladder => ladder.Interval is Amount.BusinessDays).Select(ladder => (ladder.Calendar, Fixed: false)))
            .Concat(plan.AutoClose is { After: Amount.BusinessDays } close ? [(close.Calendar, Fixed: false)] : []);
        return counting
            .Where(use => calendars.TryGetValue(use.Calendar, out var calendar) && (use.Fixed ? calendar.BusinessDayLength is null : calendar.BusinessDay is null))
            .Select(use => use.Calendar)
            .Distinct()
            .Select(id => new Violation($"calendars[{id}]", $"plan '{plan.Id}' counts business days on calendar '{id}', whose hours give them no length; give it days of equal length or a business_day"));
    }

    /// <summary>At a hand-over a fraction of a day is carried on, so that every line's day needs a length.</summary>
    private static IEnumerable<(string Calendar, bool Fixed)> CalendarsOf(Timing timing, ImmutableSortedDictionary<string, CompiledCalendar> calendars)
    {
        var civil = calendars.TryGetValue(timing.Calendar, out var own) && own.BusinessDay is BusinessDay.SameTime;
        return timing.Lines.Values.Where(_ => !civil).Select(line => (line, true)).Append((timing.Calendar, false));
    }
}
