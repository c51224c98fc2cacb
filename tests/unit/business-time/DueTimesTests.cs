using NodaTime;
using static SlaPlatform.BusinessTime.Tests.Times;

namespace SlaPlatform.BusinessTime.Tests;

public sealed class DueTimesTests
{
    private const string Paris = "Europe/Paris";

    private static readonly CompiledCalendar SameTime = Calendar(
        Paris, On(Weekdays, "09:00-18:00"), [new CalendarException.Closed(new DateRule.OnDate(new(2026, 6, 3)), "Feast")], new BusinessDay.SameTime()).Compile();

    [Theory]
    [InlineData("2026-06-01 10:30", 1, "2026-06-02 10:30")]
    [InlineData("2026-06-01 10:30", 2, "2026-06-04 10:30")]
    [InlineData("2026-06-05 17:00", 1, "2026-06-08 17:00")]
    [InlineData("2026-06-06 12:00", 1, "2026-06-09 09:00")]
    [InlineData("2026-06-01 07:00", 1, "2026-06-02 09:00")]
    [InlineData("2026-06-01 20:00", 1, "2026-06-04 09:00")]
    [InlineData("2026-06-06 12:00", 0, "2026-06-06 12:00")]
    public void Add_BusinessDaysOfTheSameTime_CountOpenDatesFromTheOpening(string start, int days, string due)
    {
        var derivation = DueTimes.Derive(SameTime, At(start, Paris), new Amount.BusinessDays(days));

        Assert.Equal(due, Reading(derivation.DueTime, Paris));
        Assert.True(derivation.Segments.All(s => s.Kind == SegmentKind.Elapsed));
    }

    [Fact]
    public void Add_BusinessDaysOfTheSameTimeOverRepeatedAndSkippedMidnights_CountsEachDateOnce()
    {
        foreach (var (zone, start, due) in new[]
        {
            ("America/Sao_Paulo", "2018-02-16 10:00", "2018-02-20 10:00"),
            ("America/Sao_Paulo", "2018-11-02 10:00", "2018-11-06 10:00"),
            ("Pacific/Apia", "2011-12-28 10:00", "2012-01-02 10:00"),
        })
        {
            var everyDay = Calendar(zone, On(EveryDay, "00:00-24:00"), day: new BusinessDay.SameTime()).Compile();

            Assert.Equal(due, Reading(DueTimes.Add(everyDay, At(start, zone), new Amount.BusinessDays(4)), zone));
        }
    }

    [Fact]
    public void Add_BusinessDaysOfTheSameTimeWhereTheDateRunsBack_CountsThatDateOnce()
    {
        // At 00:01 of 7 November 2010 the clocks of St John's went back to 23:01 of the 6th.
        var evenings = Calendar("America/St_Johns", On(EveryDay, "23:30-24:00"), day: new BusinessDay.SameTime()).Compile();

        var due = DueTimes.Add(evenings, At("2010-11-05 23:45", "America/St_Johns"), new Amount.BusinessDays(2));

        Assert.Equal("2010-11-07 23:45", Reading(due, "America/St_Johns"));
    }

    [Theory]
    [InlineData("2026-01-31 12:00", 1, "2026-02-28 12:00")]
    [InlineData("2026-01-31 12:00", 2, "2026-03-31 12:00")]
    [InlineData("2024-01-31 12:00", 1, "2024-02-29 12:00")]
    [InlineData("2026-02-28 02:30", 1, "2026-03-28 02:30")]
    public void Add_CalendarMonths_ClampsToTheMonthsEndWithoutDrift(string start, int months, string due) =>
        Assert.Equal(due, Reading(DueTimes.Add(SameTime, At(start, Paris), new Amount.CalendarMonths(months)), Paris));

    [Fact]
    public void Derive_OverAWeekend_NamesEachStretch()
    {
        var office = Office(Paris).Compile();

        var derivation = DueTimes.Derive(office, At("2026-06-05 17:00", Paris), Amount("2h"));

        Assert.Equal(
            [(SegmentKind.Counted, 1), (SegmentKind.Closed, 63), (SegmentKind.Counted, 1)],
            derivation.Segments.Select(s => (s.Kind, (int)s.Duration.TotalHours)));
        Assert.Equal(Duration.FromHours(2), derivation.Credited);
        Assert.Equal(derivation, DueTimes.Derive(office, At("2026-06-05 17:00", Paris), Amount("2h")));
    }

    [Fact]
    public void Add_BusinessDaysBeyondTwentyYears_IsRefused() =>
        Assert.Throws<CalendarHorizonException>(() => DueTimes.Add(
            Calendar("UTC", [Window(IsoDayOfWeek.Monday, "09:00-10:00")], day: new BusinessDay.SameTime()).Compile(), Utc("2026-06-01T00:00:00Z"), new Amount.BusinessDays(1100)));
}
