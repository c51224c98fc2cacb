using NodaTime;
using NodaTime.Text;

namespace SlaPlatform.BusinessTime.Tests;

/// <summary>Instants as ISO text, and the calendars most tests use.</summary>
internal static class Times
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm;FFFFFFFFF");

    public static IEnumerable<IsoDayOfWeek> Weekdays => Enumerable.Range(1, 5).Select(d => (IsoDayOfWeek)d);

    public static IEnumerable<IsoDayOfWeek> EveryDay => Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d);

    public static Instant Utc(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static Instant At(string local, string zone) => CivilTime.AtLocal(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value, Zone(zone));

    public static string Reading(Instant instant, string zone) =>
        instant.InZone(Zone(zone)).ToString("uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        + (instant.InZone(Zone(zone)).Second == 0 ? "" : instant.InZone(Zone(zone)).ToString(":ss", System.Globalization.CultureInfo.InvariantCulture));

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static TimeOfDay Clock(string text) => TimeOfDay.Parse(text, "time").OrThrow();

    public static Amount Amount(string text) => BusinessTime.Amount.Parse(text, "amount").OrThrow();

    public static WeeklyWindow Window(IsoDayOfWeek day, string hours)
    {
        var parts = hours.Split('-');
        return new WeeklyWindow(day, Clock(parts[0]), Clock(parts[1]));
    }

    public static IEnumerable<WeeklyWindow> On(IEnumerable<IsoDayOfWeek> days, params string[] hours) =>
        days.SelectMany(day => hours.Select(h => Window(day, h)));

    public static BusinessCalendar Calendar(
        string zone, IEnumerable<WeeklyWindow> windows, IEnumerable<CalendarException>? exceptions = null, BusinessDay? day = null) =>
        BusinessCalendar.Create("test", zone, windows, exceptions, day).OrThrow();

    public static BusinessCalendar Office(string zone, params CalendarException[] exceptions) =>
        Calendar(zone, On(Weekdays, "09:00-18:00"), exceptions);
}
