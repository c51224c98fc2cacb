namespace SlaPlatform.BusinessTime;

/// <summary>
/// Opening hours of one date in local wall-clock time, half-open. Whether they are sound is checked by the calendar that holds them.
/// </summary>
/// <param name="Open">The first open reading, 00:00 to 23:59.</param>
/// <param name="Close">The first closed reading, up to 24:00; not after <paramref name="Open"/> means on the next date; equal to it is refused.</param>
public sealed record DailyWindow(TimeOfDay Open, TimeOfDay Close)
{
    /// <summary>Whether the window runs into the next date (a close at 00:00 only touches it).</summary>
    public bool RunsOvernight => Close.SinceMidnight <= Open.SinceMidnight;

    internal long End => RunsOvernight ? Close.SinceMidnight + NodaTime.NodaConstants.NanosecondsPerDay : Close.SinceMidnight;

    internal long Length => End - Open.SinceMidnight;

    /// <summary>The window as <c>09:00-18:00</c>.</summary>
    public override string ToString() => $"{Open}-{Close}";
}
