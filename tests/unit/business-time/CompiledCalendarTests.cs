using NodaTime;
using static SlaPlatform.BusinessTime.Tests.Times;

namespace SlaPlatform.BusinessTime.Tests;

public sealed class CompiledCalendarTests
{
    private static readonly CompiledCalendar Brussels = Office("Europe/Brussels").Compile();

    [Theory]
    [InlineData("2026-06-01 08:59", false)]
    [InlineData("2026-06-01 09:00", true)]
    [InlineData("2026-06-01 17:59", true)]
    [InlineData("2026-06-01 18:00", false)]
    [InlineData("2026-06-06 12:00", false)]
    public void IsOpen_AroundTheWindow_IsHalfOpen(string local, bool open) =>
        Assert.Equal(open, Brussels.IsOpen(At(local, "Europe/Brussels")));

    [Theory]
    [InlineData("2026-06-01 16:00", 120, "2026-06-01 18:00")]
    [InlineData("2026-06-01 18:00", 1, "2026-06-02 09:01")]
    [InlineData("2026-06-01 18:00", 0, "2026-06-01 18:00")]
    [InlineData("2026-06-06 12:00", 0, "2026-06-06 12:00")]
    [InlineData("2026-06-05 20:00", 60, "2026-06-08 10:00")]
    public void Add_AroundClosing_StaysOnItOrBeginsAtTheNextOpening(string start, int minutes, string due) =>
        Assert.Equal(due, Reading(Brussels.Add(At(start, "Europe/Brussels"), Duration.FromMinutes(minutes)), "Europe/Brussels"));

    // From one end of the range to the other are more nanoseconds than 64 bits hold.
    [Theory]
    [InlineData("1900-01-01T00:00:00Z", "2199-12-27T00:00:00Z")]
    [InlineData("2199-12-27T00:00:00Z", "1900-01-01T00:00:00Z")]
    public void Add_FirstQuestionsAtTheEndsOfTheRange_AreAnswered(string first, string second)
    {
        var calendar = Office("Europe/Brussels").Compile();

        Assert.All(
            [first, second, "2026-06-01T00:00:00Z", "2099-06-01T00:00:00Z", first, second],
            start => Assert.InRange(calendar.Add(Utc(start), Duration.FromHours(1)) - Utc(start), Duration.FromHours(1), Duration.FromDays(4)));
    }

    [Theory]
    [InlineData("2026-06-02 10:00", 60, "2026-06-02 09:00")]
    [InlineData("2026-06-02 09:00", 1, "2026-06-01 17:59")]
    [InlineData("2026-06-08 08:00", 0, "2026-06-08 08:00")]
    public void Subtract_AroundOpening_StaysOnItOrBeginsAtThePreviousClosing(string end, int minutes, string start) =>
        Assert.Equal(start, Reading(Brussels.Subtract(At(end, "Europe/Brussels"), Duration.FromMinutes(minutes)), "Europe/Brussels"));

    [Theory]
    [InlineData("America/Denver", "2026-03-02", 167)]
    [InlineData("America/Denver", "2026-03-09", 168)]
    [InlineData("America/Denver", "2026-10-26", 169)]
    [InlineData("Pacific/Apia", "2011-12-26", 144)]
    public void Measure_OneWeekOfWholeDays_HasTheHoursOfTheZone(string zone, string monday, int hours)
    {
        var calendar = Calendar(zone, On(EveryDay, "00:00-24:00")).Compile();
        var from = Date(monday).AtStartOfDayInZone(Zone(zone)).ToInstant();

        Assert.Equal(Duration.FromHours(hours), calendar.Measure(from, Date(monday).PlusWeeks(1).AtStartOfDayInZone(Zone(zone)).ToInstant()));
    }

    [Fact]
    public void OpenIntervals_WindowInRepeatedHour_OpensTwice()
    {
        var calendar = Calendar("Europe/Brussels", On(EveryDay, "02:15-02:45")).Compile();

        var intervals = calendar.OpenIntervals(Utc("2026-10-25T00:00:00Z"), Utc("2026-10-25T12:00:00Z"));

        Assert.Equal(
            [
                new Interval(Utc("2026-10-25T00:15:00Z"), Utc("2026-10-25T00:45:00Z")),
                new Interval(Utc("2026-10-25T01:15:00Z"), Utc("2026-10-25T01:45:00Z")),
            ],
            intervals);
    }

    [Fact]
    public void OpenIntervals_WindowInSkippedHour_DoesNotOpen() => Assert.Empty(
        Calendar("Europe/Brussels", On(EveryDay, "02:15-02:45")).Compile().OpenIntervals(Utc("2026-03-28T12:00:00Z"), Utc("2026-03-29T12:00:00Z")));

    [Fact]
    public void OpenIntervals_WindowFromSkippedMidnight_OpensAtTheFirstReading()
    {
        var calendar = Calendar("Asia/Beirut", On(EveryDay, "00:00-02:00")).Compile();

        var interval = Assert.Single(calendar.OpenIntervals(Utc("2026-03-28T12:00:00Z"), Utc("2026-03-29T12:00:00Z")));

        Assert.Equal(new Interval(Utc("2026-03-28T22:00:00Z"), Utc("2026-03-28T23:00:00Z")), interval);
    }

    [Fact]
    public void Segments_HolidayAfterAnOvernightWindow_CutsItAtMidnight()
    {
        var holiday = new CalendarException.Closed(new DateRule.OnDate(new(2026, 6, 3)), "Feast");
        var calendar = Calendar("UTC", On(EveryDay, "22:00-06:00"), [holiday]).Compile();

        var segments = calendar.Segments(Utc("2026-06-02T12:00:00Z"), Utc("2026-06-04T23:00:00Z"));

        Assert.Equal(
            [
                (Utc("2026-06-02T22:00:00Z"), SegmentKind.Closed, null),
                (Utc("2026-06-03T00:00:00Z"), SegmentKind.Counted, null),
                (Utc("2026-06-04T00:00:00Z"), SegmentKind.Holiday, "Feast"),
                (Utc("2026-06-04T22:00:00Z"), SegmentKind.Closed, null),
                (Utc("2026-06-04T23:00:00Z"), SegmentKind.Counted, null),
            ],
            segments.Select(s => (s.To, s.Kind, s.Holiday)));
    }

    [Fact]
    public void IsOpen_OtherWindowsAfterAnOvernightWindow_KeepsItsEnd()
    {
        var other = new CalendarException.OtherWindows(new DateRule.OnDate(new(2026, 6, 3)), new DailyWindow(Clock("04:00"), Clock("08:00")));
        var calendar = Calendar("UTC", On(EveryDay, "22:00-06:00"), [other]).Compile();

        Assert.Equal(
            [new Interval(Utc("2026-06-02T22:00:00Z"), Utc("2026-06-03T08:00:00Z"))],
            calendar.OpenIntervals(Utc("2026-06-02T12:00:00Z"), Utc("2026-06-04T12:00:00Z")));
    }

    [Fact]
    public void IsOpen_LiteralDateAgainstYearlyRule_TheDateWins()
    {
        var calendar = Office(
            "UTC",
            new CalendarException.Closed(new DateRule.EveryYear(12, 24), "Christmas Eve"),
            new CalendarException.OtherWindows(new DateRule.OnDate(new(2026, 12, 24)), new DailyWindow(Clock("09:00"), Clock("12:00")))).Compile();

        Assert.True(calendar.IsOpen(Utc("2026-12-24T10:00:00Z")));
        Assert.False(calendar.IsOpen(Utc("2026-12-24T13:00:00Z")));
        Assert.False(calendar.IsOpen(Utc("2025-12-24T10:00:00Z")));
    }

    [Fact]
    public void NextOpeningAndClosing_AlwaysOpen_OpenNowAndNeverClose()
    {
        var calendar = BusinessCalendar.Always().Compile();
        var now = Utc("2026-06-01T12:00:00Z");

        Assert.Equal(now, calendar.NextOpening(now));
        Assert.Equal(now, calendar.PreviousClosing(now));
        Assert.Throws<CalendarHorizonException>(() => calendar.NextClosing(now));
        Assert.Throws<CalendarHorizonException>(() => calendar.PreviousOpening(now));
        Assert.Equal(Duration.FromHours(24), calendar.BusinessDayLength);
    }

    [Fact]
    public void IsAlways_WholeDaysWithoutExceptions_IsTrue()
    {
        Assert.True(Calendar("UTC", On(EveryDay, "00:00-24:00")).Compile().IsAlways);
        Assert.False(Calendar("UTC", On(EveryDay, "00:00-23:59")).Compile().IsAlways);
    }

    [Fact]
    public void Add_BeyondTwentyYears_IsRefused()
    {
        var yearly = Calendar("UTC", [], [new CalendarException.OtherWindows(new DateRule.EveryYear(1, 1), new DailyWindow(Clock("00:00"), Clock("01:00")))]).Compile();
        var start = Utc("2026-06-01T00:00:00Z");

        Assert.Equal(Utc("2046-01-01T01:00:00Z"), yearly.Add(start, Duration.FromHours(20)));
        Assert.Throws<CalendarHorizonException>(() => yearly.Add(start, Duration.FromHours(21)));
        Assert.Throws<CalendarHorizonException>(() => yearly.Subtract(start, Duration.FromHours(21)));
        Assert.Throws<CalendarHorizonException>(() => yearly.Add(start, Duration.FromDays(8000)));
        Assert.Throws<CalendarHorizonException>(() => BusinessCalendar.Always().Compile().Add(start, Duration.FromDays(8000)));
    }

    [Fact]
    public void NextOpening_OnlyOnceLongAgo_IsRefused()
    {
        var once = Calendar("UTC", [], [new CalendarException.OtherWindows(new DateRule.OnDate(new(2026, 1, 1)), new DailyWindow(Clock("09:00"), Clock("10:00")))]).Compile();

        Assert.Equal(Utc("2026-01-01T09:00:00Z"), once.NextOpening(Utc("2010-01-01T00:00:00Z")));
        Assert.Equal(Utc("2026-01-01T10:00:00Z"), once.PreviousClosing(Utc("2040-01-01T00:00:00Z")));
        Assert.Throws<CalendarHorizonException>(() => once.NextOpening(Utc("2027-01-01T00:00:00Z")));
        Assert.Throws<CalendarHorizonException>(() => once.NextClosing(Utc("2000-01-01T00:00:00Z")));
        Assert.Throws<CalendarHorizonException>(() => once.PreviousOpening(Utc("2025-01-01T00:00:00Z")));
        Assert.Throws<CalendarHorizonException>(() => once.PreviousClosing(Utc("2050-01-01T00:00:00Z")));
    }

    [Fact]
    public void Measure_OutsideTheRangeOrTheHorizon_IsRefused()
    {
        Assert.Throws<CalendarHorizonException>(() => Brussels.Measure(Utc("2000-01-01T00:00:00Z"), Utc("2020-01-02T00:00:00Z")));
        Assert.Throws<CalendarHorizonException>(() => Brussels.IsOpen(Utc("1899-12-31T23:59:59Z")));
        Assert.Throws<CalendarHorizonException>(() => Brussels.Add(Utc("2200-01-01T00:00:01Z"), Duration.Zero));
        Assert.Throws<CalendarHorizonException>(() => Brussels.Add(Utc("2199-12-31T00:00:00Z"), Duration.FromHours(100)));
        Assert.Throws<CalendarHorizonException>(() => Brussels.PreviousOpening(CalendarRange.Earliest));
        Assert.Throws<CalendarHorizonException>(() => Brussels.IsOpen(Instant.MinValue));
        Assert.Throws<CalendarHorizonException>(() => Brussels.Measure(Instant.MinValue, Instant.MaxValue));
    }

    [Fact]
    public void Measure_InstantsOutOfOrder_IsAnArgumentError()
    {
        var now = Utc("2026-06-01T12:00:00Z");

        Assert.Throws<ArgumentException>(() => Brussels.Measure(now, now.PlusNanoseconds(-1)));
        Assert.Throws<ArgumentException>(() => Brussels.Segments(now, now.PlusNanoseconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Brussels.Add(now, Duration.FromNanoseconds(-1)));
        Assert.Empty(Brussels.Segments(now, now));
        Assert.Empty(Brussels.OpenIntervals(now, now));
    }

    [Fact]
    public void IsOpen_WhereTheTableOfAnEarlierQuestionMayEnd_StaysOpen()
    {
        var definition = Calendar("UTC", On(EveryDay, "00:00-24:00"), [new CalendarException.Closed(new DateRule.OnDate(new(1999, 1, 1)), "Once")]);
        var start = Utc("2026-06-01T00:00:00Z");
        for (var days = 1; days <= 400; days++)
        {
            var calendar = definition.Compile();
            calendar.IsOpen(start);

            Assert.True(calendar.IsOpen(start + Duration.FromDays(days)));
        }
    }

    [Fact]
    public void NextClosing_OpenBeyondEveryTable_IsRefusedNotInvented()
    {
        var definition = Calendar("UTC", On(EveryDay, "00:00-24:00"), [new CalendarException.Closed(new DateRule.OnDate(new(1999, 1, 1)), "Once")]);

        Assert.Throws<CalendarHorizonException>(() => definition.Compile().NextClosing(Utc("2026-06-01T00:00:00Z")));
        Assert.Throws<CalendarHorizonException>(() => definition.Compile().PreviousOpening(Utc("2026-06-01T00:00:00Z")));
        Assert.Equal(Utc("1999-01-02T00:00:00Z"), definition.Compile().PreviousOpening(Utc("2018-06-01T00:00:00Z")));
        Assert.Equal(Utc("1999-01-01T00:00:00Z"), definition.Compile().NextClosing(Utc("1980-06-01T00:00:00Z")));
    }

    [Fact]
    public void Questions_AfterWarmUp_AllocateNothing()
    {
        var calendar = Office("Europe/Brussels", new CalendarException.Closed(new DateRule.EasterOffset(1), "Easter Monday")).Compile();
        var near = Utc("2026-06-01T12:34:56Z");
        var far = Utc("2045-06-01T12:34:56Z");
        Ask(calendar, near, far);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Ask(calendar, near, far);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task Questions_FromManyThreadsWhileTablesGrow_AgreeWithOneThread()
    {
        var shared = Office("America/Denver").Compile();
        var starts = Enumerable.Range(0, 400).Select(i => Utc("1950-01-01T00:00:00Z") + Duration.FromDays(i * 7919 % 60_000)).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(
            () => starts.Select(s => shared.Add(s, Duration.FromHours(50 + worker))).ToArray(), TestContext.Current.CancellationToken)));

        for (var worker = 0; worker < answers.Length; worker++)
        {
            var alone = Office("America/Denver").Compile();
            Assert.Equal(starts.Select(s => alone.Add(s, Duration.FromHours(50 + worker))), answers[worker]);
        }
    }

    private static void Ask(CompiledCalendar calendar, Instant near, Instant far)
    {
        calendar.IsOpen(far);
        calendar.Add(near, calendar.Measure(near, far));
        calendar.Subtract(far, Duration.FromHours(40_000));
        calendar.NextOpening(far);
        calendar.NextClosing(near);
        calendar.PreviousOpening(far);
        calendar.PreviousClosing(near);
    }
}
