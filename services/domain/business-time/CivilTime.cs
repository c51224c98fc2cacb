using NodaTime;
using NodaTime.TimeZones;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// Civil arithmetic in a zone. A local time in a gap moves forward by the gap's length; a repeated one is its first occurrence.
/// Every member throws <see cref="CalendarHorizonException"/> when the answer is outside <see cref="CalendarRange"/>.
/// </summary>
public static class CivilTime
{
    private const int MostDays = 110_000;
    private const int MostMonths = 3_600;

    private static readonly ZoneLocalMappingResolver LatestOccurrence =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>The same local time a number of dates later; zero days is <paramref name="start"/> itself, also in a repeated hour.</summary>
    public static Instant AddDays(Instant start, int days, DateTimeZone zone) => days switch
    {
        0 => CalendarRange.Checked(start),
        > MostDays or < -MostDays => throw Far(days, "days"),
        _ => AtLocal(CalendarRange.Checked(start).InZone(zone).LocalDateTime.PlusDays(days), zone),
    };

    /// <summary>The same day and local time a number of months later, clamped to the month's end; zero months is <paramref name="start"/> itself.</summary>
    public static Instant AddMonths(Instant start, int months, DateTimeZone zone) => months switch
    {
        0 => CalendarRange.Checked(start),
        > MostMonths or < -MostMonths => throw Far(months, "months"),
        _ => AtLocal(CalendarRange.Checked(start).InZone(zone).LocalDateTime.PlusMonths(months), zone),
    };

    /// <summary>The instant of a local time.</summary>
    public static Instant AtLocal(LocalDateTime local, DateTimeZone zone) => CalendarRange.Checked(zone.AtLeniently(local).ToInstant());

    /// <summary>From here on no reading is of an earlier date, even where midnight is repeated.</summary>
    internal static Instant LatestStartOf(LocalDate date, DateTimeZone zone) =>
        CalendarRange.Checked(zone.ResolveLocal(date.AtMidnight(), LatestOccurrence).ToInstant());

    private static CalendarHorizonException Far(int count, string unit) =>
        new($"{count} {unit} lead outside the supported range; stay within 1900 to 2200.");
}
