using NodaTime;
using static SlaPlatform.BusinessTime.Tests.Times;

namespace SlaPlatform.BusinessTime.Tests;

/// <summary>The worked due times of the four policies that need a calendar alone.</summary>
public sealed class WorkedDueTimesTests
{
    private static readonly Dictionary<string, (string Zone, BusinessCalendar Calendar)> Calendars = new()
    {
        ["domo"] = Entry("America/Denver", On(Weekdays, "07:00-18:00")),
        ["denver 24x7"] = ("America/Denver", BusinessCalendar.Always("America/Denver")),
        ["brussels"] = Entry("Europe/Brussels", On(Weekdays, "09:00-18:00")),
        ["london"] = ("Europe/London", Office("Europe/London", new CalendarException.Closed(new DateRule.OnDate(new(2026, 5, 25)), "Spring bank holiday"))),
        ["sydney 24x5"] = Entry("Australia/Sydney", On(Weekdays, "00:00-24:00")),
        ["paris"] = Entry("Europe/Paris", On(Weekdays, "08:00-17:00")),
        ["paris weekdays"] = Entry("Europe/Paris", On(Weekdays, "00:00-24:00")),
        ["paris 24x7"] = ("Europe/Paris", BusinessCalendar.Always("Europe/Paris")),
        ["xtm"] = ("Europe/Warsaw", Calendar(
            "Europe/Warsaw",
            [Window(IsoDayOfWeek.Monday, "08:00-24:00"), .. On(Weekdays.Skip(1), "00:00-24:00"), Window(IsoDayOfWeek.Saturday, "00:00-08:00")],
            day: new BusinessDay.Length(Duration.FromHours(24)))),
        ["developers"] = Entry("Europe/Warsaw", On(Weekdays, "08:30-17:00")),
    };

    [Theory]
    [InlineData("domo", "2026-03-06 17:30", "4h", "2026-03-09 10:30")]
    [InlineData("denver 24x7", "2026-03-06 17:30", "4h", "2026-03-06 21:30")]
    [InlineData("denver 24x7", "2026-03-08 01:30", "1h", "2026-03-08 03:30")]
    [InlineData("domo", "2026-03-07 10:00", "14h", "2026-03-10 10:00")]
    [InlineData("denver 24x7", "2026-06-08 07:00", "72h", "2026-06-11 07:00")]
    [InlineData("brussels", "2026-03-27 17:15", "2h", "2026-03-30 10:15")]
    [InlineData("london", "2026-05-22 20:00", "1 business_day", "2026-05-26 18:00")]
    [InlineData("sydney 24x5", "2026-10-23 23:50", "15m", "2026-10-26 00:05")]
    [InlineData("paris", "2026-06-01 08:00", "24h", "2026-06-03 14:00")]
    [InlineData("paris weekdays", "2026-06-06 10:00", "15m", "2026-06-08 00:15")]
    [InlineData("paris 24x7", "2026-06-06 10:00", "15m", "2026-06-06 10:15")]
    [InlineData("paris", "2026-06-06 10:00", "15m", "2026-06-08 08:15")]
    [InlineData("xtm", "2026-03-28 07:30", "2h", "2026-03-30 09:30")]
    [InlineData("xtm", "2026-06-04 10:00", "3 business_days", "2026-06-09 10:00")]
    [InlineData("xtm", "2026-06-06 03:00", "3 business_days", "2026-06-11 03:00")]
    [InlineData("xtm", "2026-06-01 09:00", "7 business_days", "2026-06-10 09:00")]
    [InlineData("xtm", "2026-03-27 12:00", "3 calendar_days", "2026-03-30 12:00")]
    [InlineData("xtm", "2026-03-26 02:30", "3 calendar_days", "2026-03-29 03:30")]
    [InlineData("xtm", "2026-06-05 22:00", "4h", "2026-06-06 02:00")]
    [InlineData("xtm", "2026-06-05 22:00", "8h", "2026-06-06 06:00")]
    [InlineData("xtm", "2026-06-05 22:00", "12h", "2026-06-08 10:00")]
    [InlineData("xtm", "2026-06-05 22:00", "16h", "2026-06-08 14:00")]
    [InlineData("developers", "2026-06-05 16:30", "1h", "2026-06-08 09:00")]
    public void Add_WorkedCase_LandsAsWorkedOut(string calendar, string start, string amount, string due)
    {
        var (zone, definition) = Calendars[calendar];
        var compiled = definition.Compile();

        var derivation = DueTimes.Derive(compiled, At(start, zone), Amount(amount));

        Assert.Equal(due, Reading(derivation.DueTime, zone));
        Assert.Equal(DueTimes.OpenTimeOf(compiled, Amount(amount)) ?? derivation.DueTime - derivation.Start, derivation.Credited);
    }

    [Theory]
    [InlineData("2026-03-06 17:30", "4h", "2026-03-06 21:30")]
    [InlineData("2026-03-07 10:00", "14h", "2026-03-09 21:00")]
    [InlineData("2026-06-05 19:00", "72h", "2026-06-11 07:00")]
    public void Add_StartGatedByBusinessHours_RunsThroughAfterTheGate(string received, string amount, string due)
    {
        var gate = Calendars["domo"].Calendar.Compile();
        var clock = Calendars["denver 24x7"].Calendar.Compile();

        var landed = DueTimes.Add(clock, gate.NextOpening(At(received, "America/Denver")), Amount(amount));

        Assert.Equal(due, Reading(landed, "America/Denver"));
    }

    private static (string Zone, BusinessCalendar Calendar) Entry(string zone, IEnumerable<WeeklyWindow> windows) => (zone, Calendar(zone, windows));
}
