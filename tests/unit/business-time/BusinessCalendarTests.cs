using NodaTime;
using static SlaPlatform.BusinessTime.Tests.Times;

namespace SlaPlatform.BusinessTime.Tests;

public sealed class BusinessCalendarTests
{
    private static readonly DateRule AnyDate = new DateRule.OnDate(new(2026, 5, 1));

    [Fact]
    public void Create_WindowClosingWhereItOpens_NamesItsClose()
    {
        var violation = Refused(On(Weekdays.Take(3), "10:00-11:00").Append(Window(IsoDayOfWeek.Friday, "09:00-09:00")));

        Assert.Equal("windows[3].close", violation.Field);
        Assert.Contains("09:00-09:00 is empty", violation.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("09:00-12:00", "11:00-14:00")]
    [InlineData("09:00-12:00", "09:00-12:00")]
    [InlineData("09:00-12:00", "10:00-11:00")]
    [InlineData("22:00-06:00", "23:00-24:00")]
    public void Create_OverlappingWindowsOfADay_NamesBoth(string first, string second)
    {
        var violation = Refused(On([IsoDayOfWeek.Monday], first, second));

        Assert.Equal("windows[1]", violation.Field);
        Assert.Contains("windows[1]", violation.Description, StringComparison.Ordinal);
        Assert.Contains("windows[0]", violation.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday)]
    [InlineData(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday)]
    public void Create_OvernightWindowIntoTheNextDaysWindow_NamesBoth(IsoDayOfWeek night, IsoDayOfWeek morning)
    {
        Assert.Equal("windows[1]", Refused([Window(night, "22:00-06:00"), Window(morning, "05:00-09:00")]).Field);
        Assert.Equal("windows[1]", Refused([Window(morning, "05:00-09:00"), Window(night, "22:00-06:00")]).Field);
    }

    [Fact]
    public void Create_WindowsThatTouch_IsValid() =>
        Assert.True(BusinessCalendar.Create("c", "UTC", [Window(IsoDayOfWeek.Sunday, "22:00-06:00"), .. On([IsoDayOfWeek.Monday], "06:00-12:00", "12:00-24:00")]).IsValid);

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    [InlineData("europe/brussels")]
    [InlineData("UTC+02")]
    public void Create_UnknownZone_NamesTheZone(string zone)
    {
        var violation = Assert.Single(BusinessCalendar.Create("c", zone, On(Weekdays, "09:00-18:00")).Violations);

        Assert.Equal("zone", violation.Field);
        Assert.Contains($"\"{zone}\"", violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_NoWindows_NeverOpens() => Assert.Equal("windows", Refused([]).Field);

    [Fact]
    public void Create_ExceptionsCloseEverything_NeverOpens()
    {
        var mondays = Enumerable.Range(1, 12).SelectMany(month => Enumerable.Range(1, 5)
            .Select(n => new CalendarException.Closed(new DateRule.NthWeekday(month, IsoDayOfWeek.Monday, n), "closed")));

        var violation = Refused([Window(IsoDayOfWeek.Monday, "09:00-18:00")], [.. mondays]);

        Assert.Equal("windows", violation.Field);
        Assert.Contains("never opens", violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OnlyWindowOnASkippedDate_NeverOpens()
    {
        var skipped = new CalendarException.OtherWindows(new DateRule.OnDate(new(2011, 12, 30)), new DailyWindow(Clock("09:00"), Clock("17:00")));

        Assert.Equal("windows", Assert.Single(BusinessCalendar.Create("c", "Pacific/Apia", [], [skipped]).Violations).Field);
        Assert.True(BusinessCalendar.Create("c", "Pacific/Auckland", [], [skipped]).IsValid);
    }

    [Fact]
    public void Create_SeveralFaults_ReportsAllAtOnce()
    {
        var result = BusinessCalendar.Create(
            "",
            "Mars/Olympus",
            [new((IsoDayOfWeek)9, Clock("09:00"), Clock("10:00")), new(IsoDayOfWeek.Monday, TimeOfDay.EndOfDay, Clock("10:00"))],
            [
                new CalendarException.Closed(new DateRule.EveryYear(2, 30), ""),
                new CalendarException.OtherWindows(AnyDate),
                new CalendarException.OtherWindows(new DateRule.EveryYear(1, 2), new DailyWindow(Clock("09:00"), Clock("12:00")), new DailyWindow(Clock("11:00"), Clock("11:00"))),
            ],
            new BusinessDay.Length(Duration.FromHours(25)));

        Assert.Equal(
            [
                "id", "zone", "business_day", "windows[0].day", "windows[1].open",
                "exceptions[0].on", "exceptions[0].name", "exceptions[1].windows", "exceptions[2].windows[1].close",
            ],
            result.Violations.Select(v => v.Field));
    }

    [Fact]
    public void Create_HolidayAndOtherHoursOnOneDate_NamesTheSecond()
    {
        var violation = Refused(
            On(Weekdays, "09:00-18:00"),
            new CalendarException.Closed(AnyDate, "Labour Day"),
            new CalendarException.OtherWindows(AnyDate, new DailyWindow(Clock("09:00"), Clock("12:00"))));

        Assert.Equal("exceptions[1].on", violation.Field);
        Assert.Contains("exceptions[0]", violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_TwoHolidaysOnOneDate_TheFirstNamesIt()
    {
        var calendar = Office("UTC", new CalendarException.Closed(AnyDate, "Labour Day"), new CalendarException.Closed(AnyDate, "Ascension")).Compile();

        Assert.Equal("Labour Day", Assert.Single(calendar.Segments(Utc("2026-05-01T00:00:00Z"), Utc("2026-05-02T00:00:00Z"))).Holiday);
    }

    [Fact]
    public void Create_TooManyWindowsOrExceptions_SaysHowMany()
    {
        var windows = Enumerable.Repeat(Window(IsoDayOfWeek.Monday, "09:00-18:00"), 201);
        var exceptions = Enumerable.Repeat(new CalendarException.Closed(AnyDate, "x"), 5001);

        Assert.Equal(["windows", "exceptions"], BusinessCalendar.Create("c", "UTC", windows, exceptions).Violations.Select(v => v.Field));
    }

    [Theory]
    [InlineData("09:00-18:00", 9)]
    [InlineData("00:00-24:00", 24)]
    [InlineData("22:00-06:00", 8)]
    public void BusinessDay_EqualWeekdays_IsTheirOpenTime(string hours, int expected) =>
        Assert.Equal(new BusinessDay.Length(Duration.FromHours(expected)), Calendar("UTC", On(Weekdays, hours)).BusinessDay);

    [Fact]
    public void BusinessDay_SeveralWindowsADay_IsTheirSum() =>
        Assert.Equal(new BusinessDay.Length(Duration.FromHours(8)), Calendar("UTC", On(Weekdays, "08:00-12:00", "13:00-17:00")).BusinessDay);

    [Fact]
    public void Refusal_WeekdaysDiffer_RefusesBusinessDaysOnly()
    {
        var calendar = Calendar("UTC", [Window(IsoDayOfWeek.Monday, "09:00-18:00"), Window(IsoDayOfWeek.Tuesday, "09:00-12:00")]);

        Assert.Null(calendar.BusinessDay);
        Assert.Equal("resolution", calendar.Refusal(Amount("3 business_days"), "resolution")?.Field);
        Assert.Null(calendar.Refusal(Amount("3h"), "resolution"));
        Assert.Throws<InvalidOperationException>(() => DueTimes.Add(calendar.Compile(), Utc("2026-01-01T00:00:00Z"), Amount("1 business_day")));
    }

    [Fact]
    public void Equals_SameParts_IsEqualAndHashesAlike()
    {
        var (one, two) = (Office("UTC", new CalendarException.Closed(AnyDate, "x")), Office("UTC", new CalendarException.Closed(AnyDate, "x")));

        Assert.Equal(one, two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.NotEqual(one, Office("UTC", new CalendarException.Closed(AnyDate, "y")));
        Assert.NotEqual(one, Office("UTC"));
        Assert.NotEqual(BusinessCalendar.Always(), BusinessCalendar.Always("Europe/Paris"));
    }

    [Fact]
    public void WithExceptions_Contradiction_IsRefused()
    {
        var office = Office("UTC", new CalendarException.Closed(AnyDate, "Labour Day"));
        var open = new CalendarException.OtherWindows(AnyDate, new DailyWindow(Clock("09:00"), Clock("12:00")));

        Assert.Equal("exceptions[1].on", Assert.Single(office.WithExceptions([open]).Violations).Field);
        Assert.Equal("exceptions", Assert.Single(BusinessCalendar.Always().WithExceptions([open]).Violations).Field);
        Assert.Equal(2, office.WithExceptions([new CalendarException.Closed(new DateRule.EveryYear(12, 25), "Christmas")]).OrThrow().Exceptions.Length);
    }

    [Fact]
    public void Compile_AccountZone_NeedsAZone()
    {
        var calendar = Calendar(BusinessCalendar.AccountZone, On(Weekdays, "09:00-18:00"));

        Assert.Throws<InvalidOperationException>(() => calendar.Compile());
        Assert.True(calendar.Compile(Zone("Asia/Tokyo")).IsOpen(Utc("2026-06-01T00:00:00Z")));
        Assert.Throws<ArgumentException>(() => BusinessCalendar.Always("Mars/Olympus"));
    }

    private static Violation Refused(IEnumerable<WeeklyWindow> windows, params CalendarException[] exceptions) =>
        Assert.Single(BusinessCalendar.Create("c", "Europe/Brussels", windows, exceptions).Violations);
}
