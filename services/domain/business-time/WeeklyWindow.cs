using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// Opening hours of one weekday in local wall-clock time, half-open. Whether they are sound is checked by the calendar that holds them.
/// </summary>
/// <param name="Day">The weekday on which the window opens.</param>
/// <param name="Open">The first open reading, 00:00 to 23:59.</param>
/// <param name="Close">The first closed reading, up to 24:00; not after <paramref name="Open"/> means on the next date; equal to it is refused.</param>
public sealed record WeeklyWindow(IsoDayOfWeek Day, TimeOfDay Open, TimeOfDay Close)
{
    /// <summary>The hours without the weekday.</summary>
    public DailyWindow Hours => new(Open, Close);

    /// <summary>The same hours on each of the given weekdays, in their order.</summary>
    public static IEnumerable<WeeklyWindow> On(IEnumerable<IsoDayOfWeek> days, TimeOfDay open, TimeOfDay close) =>
        days.Select(day => new WeeklyWindow(day, open, close));

    /// <summary>The window as <c>Monday 09:00-18:00</c>.</summary>
    public override string ToString() => $"{Day} {Open}-{Close}";
}
