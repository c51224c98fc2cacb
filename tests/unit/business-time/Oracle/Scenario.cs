using CsCheck;
using NodaTime;

namespace SlaPlatform.BusinessTime.Tests.Oracle;

/// <summary>A random calendar in a zone, and a fortnight around one of the zone's odd changes.</summary>
internal sealed record Scenario(string Zone, Instant From, OracleCalendar Calendar)
{
    private const int Day = 1440;
    private const int Week = 7 * Day;

    /// <summary>Each is about the middle of the fortnight.</summary>
    private static readonly (string Zone, string Change)[] Changes =
    [
        ("America/Denver", "2026-03-08"), ("America/Denver", "2026-11-01"),
        ("Europe/Brussels", "2026-03-29"), ("Europe/Brussels", "2026-10-25"),
        ("Australia/Lord_Howe", "2026-04-05"), ("Australia/Lord_Howe", "2026-10-04"),
        ("Asia/Kathmandu", "1986-01-01"), ("Asia/Kathmandu", "2026-06-01"),
        ("Pacific/Apia", "2011-12-30"), ("Pacific/Apia", "2011-09-24"),
        ("Africa/Cairo", "2026-04-24"), ("Africa/Cairo", "2026-10-30"),
        ("Asia/Beirut", "2026-03-29"), ("Asia/Beirut", "2026-10-25"),
        ("America/Sao_Paulo", "2018-11-04"), ("America/Sao_Paulo", "2018-02-18"),
        ("Europe/Warsaw", "2026-03-29"), ("Europe/Warsaw", "2026-10-25"),
    ];

    private static Gen<(IsoDayOfWeek, int, int)[]> WeeklyWindows { get; } =
        from cuts in Gen.Int[0, Week / 15 - 1].Array[2, 16]
        from offset in Gen.Int[0, 14]
        from endOfDay in Gen.Bool
        select Pairs([.. cuts.Distinct().Order().Select(c => c * 15 + offset)], Week)
            .Select(p => ((IsoDayOfWeek)(p.From / Day + 1), p.From % Day, Close(p.From, p.To, endOfDay)))
            .DefaultIfEmpty((IsoDayOfWeek.Monday, 540, 1080))
            .ToArray();

    private static Gen<(int, int)[]> OneDate { get; } =
        from cuts in Gen.Int[0, 95].Array[2, 6]
        from endOfDay in Gen.Bool
        select Pairs([.. cuts.Distinct().Order().Select(c => c * 15)], Day)
            .Select(p => (p.From % Day, Close(p.From, p.To, endOfDay)))
            .DefaultIfEmpty((0, Day))
            .ToArray();

    public static Gen<Scenario> Any { get; } =
        from place in Gen.Int[0, Changes.Length - 1].Select(i => Changes[i])
        from weekly in WeeklyWindows
        from holidays in Gen.Int[0, 13].Array[0, 3]
        from others in Gen.Select(Gen.Int[0, 13], OneDate).Array[0, 2]
        let middle = Times.Date(place.Change)
        select new Scenario(
            place.Zone,
            middle.PlusDays(-7).AtMidnight().InUtc().ToInstant(),
            new OracleCalendar(
                weekly,
                [.. holidays.Distinct().Select(d => middle.PlusDays(d - 7))],
                others.DistinctBy(o => o.Item1).Where(o => !holidays.Contains(o.Item1)).ToDictionary(o => middle.PlusDays(o.Item1 - 7), o => o.Item2)));

    public MinuteOracle Oracle() => new(Calendar, Zone, From);

    public BusinessCalendar Definition() => Times.Calendar(
        Zone,
        Calendar.Weekly.Select(w => new WeeklyWindow(w.Day, Clock(w.Open), Clock(w.Close))),
        [
            .. Calendar.Holidays.Select((d, i) => new CalendarException.Closed(new DateRule.OnDate(d), $"Holiday {i}")),
            .. Calendar.Others.Select(o => new CalendarException.OtherWindows(
                new DateRule.OnDate(o.Key), o.Value.Select(w => new DailyWindow(Clock(w.Open), Clock(w.Close))))),
        ],
        new BusinessDay.Length(Duration.FromHours(8)));

    /// <summary>Every second stretch between the cuts, the last one over the end of the cycle when their number is odd; each under a day.</summary>
    private static IEnumerable<(int From, int To)> Pairs(int[] cuts, int cycle) => cuts.Chunk(2).Where(pair => pair.Length == 2 || cuts.Length > 1)
        .Select(pair => (pair[0], pair.Length == 2 ? pair[1] : cuts[0] + cycle))
        .Select(p => (p.Item1, Math.Min(p.Item2, p.Item1 + Day - 1)));

    private static int Close(int from, int to, bool endOfDay) => endOfDay && to % Day == 0 && to > from ? Day : to % Day;

    private static TimeOfDay Clock(int minute) => minute == Day ? TimeOfDay.EndOfDay : new LocalTime(minute / 60, minute % 60);
}
