using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Benchmarks.BusinessTime;

/// <summary>A calendar of the comparison, told to each side in its own words.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Days">The weekdays that open.</param>
/// <param name="Open">The first open reading.</param>
/// <param name="Close">The first closed reading; null for 24:00.</param>
/// <param name="Holidays">The dates closed.</param>
internal sealed record Hours(string Name, ImmutableArray<IsoDayOfWeek> Days, LocalTime Open, LocalTime? Close, ImmutableArray<LocalDate> Holidays)
{
    private const string ZoneId = "Europe/Brussels";

    private static readonly LocalDate[] Easters =
    [
        new(2024, 3, 31), new(2025, 4, 20), new(2026, 4, 5), new(2027, 3, 28), new(2028, 4, 16), new(2029, 4, 1),
        new(2030, 4, 21), new(2031, 4, 13), new(2032, 3, 28), new(2033, 4, 17), new(2034, 4, 9),
    ];

    private static readonly ImmutableArray<IsoDayOfWeek> Weekdays = [.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)];

    private static readonly ImmutableArray<IsoDayOfWeek> EveryDay = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>The three calendars: always open, open on weekdays, and office hours with the ten Belgian public holidays of each year that a question reaches.</summary>
    public static IReadOnlyList<Hours> All { get; } =
    [
        new("24x7", EveryDay, LocalTime.Midnight, null, []),
        new("24x5", Weekdays, LocalTime.Midnight, null, []),
        new("09:00-18:00", Weekdays, new LocalTime(9, 0), new LocalTime(18, 0), [.. Easters.SelectMany(HolidaysOf).Order()]),
    ];

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[ZoneId];

    /// <summary>As the domain has it.</summary>
    public BusinessCalendar Define() => BusinessCalendar.Create(
        Name,
        ZoneId,
        WeeklyWindow.On(Days, TimeOfDay.FromLocalTime(Open), Close is { } close ? TimeOfDay.FromLocalTime(close) : TimeOfDay.EndOfDay),
        Holidays.Select(date => new CalendarException.Closed(new DateRule.OnDate(date), "holiday"))).OrThrow();

    private static IEnumerable<LocalDate> HolidaysOf(LocalDate easter) =>
    [
        new(easter.Year, 1, 1), easter.PlusDays(1), new(easter.Year, 5, 1), easter.PlusDays(39), easter.PlusDays(50),
        new(easter.Year, 7, 21), new(easter.Year, 8, 15), new(easter.Year, 11, 1), new(easter.Year, 11, 11), new(easter.Year, 12, 25),
    ];
}
