using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Tests;

/// <summary>Instants, amounts and weekly hours as text.</summary>
internal static class Times
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss;FFFFFFFFF");

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary>Reads <c>2026-06-01 10:00</c>, with seconds where needed.</summary>
    public static Instant At(string local, string zone = "UTC")
    {
        var minutes = Minutes.Parse(local);
        return CivilTime.AtLocal(minutes.Success ? minutes.Value : Seconds.Parse(local).Value, Zone(zone));
    }

    /// <summary>Writes what <see cref="At"/> reads.</summary>
    public static string Reading(Instant instant, string zone = "UTC")
    {
        var local = instant.InZone(Zone(zone)).LocalDateTime;
        return local.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 ? Minutes.Format(local) : Seconds.Format(local);
    }

    public static Amount Amount(string text) => BusinessTime.Amount.Parse(text, "amount").OrThrow();

    public static Duration Span(string text) => ((Amount.OpenTime)Amount(text)).Duration;

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>Reads <c>mon-fri 09:00-12:00 13:00-17:00; sat 10:00-12:00</c>.</summary>
    public static IEnumerable<WeeklyWindow> Week(string text)
    {
        foreach (var line in text.Split(';', StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            var days = words[0].Split('-').Select(Day).ToArray();
            for (var day = days[0]; day <= days[^1]; day++)
            {
                foreach (var hours in words.Skip(1).Select(word => word.Split('-')))
                {
                    yield return new WeeklyWindow(day, Clock(hours[0]), Clock(hours[1]));
                }
            }
        }
    }

    private static TimeOfDay Clock(string text) => TimeOfDay.Parse(text, "time").OrThrow();

    private static IsoDayOfWeek Day(string name) => name.ToLower(CultureInfo.InvariantCulture) switch
    {
        "mon" => IsoDayOfWeek.Monday,
        "tue" => IsoDayOfWeek.Tuesday,
        "wed" => IsoDayOfWeek.Wednesday,
        "thu" => IsoDayOfWeek.Thursday,
        "fri" => IsoDayOfWeek.Friday,
        "sat" => IsoDayOfWeek.Saturday,
        "sun" => IsoDayOfWeek.Sunday,
        _ => throw new ArgumentException($"'{name}' is not a day.", nameof(name)),
    };
}
