using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Linting;

/// <summary>
/// Compares targets on different calendars by the wall-clock time they take on average: an amount of open time stretched by the share
/// of the week that its calendar is open. Good enough to order targets, never used to compute a due time.
/// </summary>
internal sealed class Pace(Policy policy)
{
    private static readonly Instant WeekStart = Instant.FromUtc(2026, 6, 1, 0, 0);
    private static readonly Duration Week = Duration.FromDays(7);
    private readonly Dictionary<string, double> _stretch = new(StringComparer.Ordinal);

    public static string PathOf(Plan plan, int level, MilestoneKind milestone) =>
        $"plans/{plan.Id}/targets/{level}/{Parsing.PolicyVocabulary.Milestones.First(word => word.Value == milestone).Key}";

    /// <summary>Hours on average; only for timed targets.</summary>
    public double? Timed(Target? target) => target?.Commitment.Timing is { } timing ? Hours(timing.Amount, timing.Calendar) : null;

    /// <summary>Orders all commitments: an automatic answer is there at once, then timed ones, then those without a time.</summary>
    public double Rank(Target? target) => target?.Commitment switch
    {
        Commitment.Automatic => 0,
        Commitment.Within or Commitment.Every => Timed(target)!.Value,
        Commitment.NextRoutineRelease => double.MaxValue / 4,
        Commitment.BestEffort => double.MaxValue / 2,
        _ => double.MaxValue,
    };

    public double Hours(Amount amount, string calendar) => amount switch
    {
        Amount.CalendarDays days => days.Count * 24.0,
        Amount.CalendarMonths months => months.Count * 730.0,
        _ => OpenHours(amount, calendar) * Stretch(calendar),
    };

    private double OpenHours(Amount amount, string calendar) =>
        DueTimes.OpenTimeOf(Compiled(calendar), amount) is { } open ? open.TotalHours
        : amount is Amount.BusinessDays days ? days.Count * 24.0 / Stretch(calendar) * 7 / 5
        : 0;

    private double Stretch(string calendar)
    {
        if (!_stretch.TryGetValue(calendar, out var stretch))
        {
            var open = Compiled(calendar).Measure(WeekStart, WeekStart + Week);
            _stretch[calendar] = stretch = Week / Duration.Max(open, Duration.FromHours(1));
        }

        return stretch;
    }

    private CompiledCalendar Compiled(string calendar)
    {
        var definition = policy.Calendars[calendar].Definition;
        return definition.ZoneId == BusinessCalendar.AccountZone ? definition.Compile(DateTimeZone.Utc) : definition.Compile();
    }
}
