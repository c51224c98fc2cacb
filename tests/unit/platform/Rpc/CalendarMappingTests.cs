using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class CalendarMappingTests
{
    private static readonly LocalTime Nine = new(9, 0);

    public static TheoryData<BusinessCalendar> Calendars { get; } =
    [
        BusinessCalendar.Always("Europe/Rome", "a"),
        BusinessCalendar.Create("a", BusinessCalendar.AccountZone, [new(IsoDayOfWeek.Monday, Nine, TimeOfDay.EndOfDay), new(IsoDayOfWeek.Friday, new LocalTime(22, 0), new LocalTime(6, 0))]).OrThrow(),
        BusinessCalendar.Create(
            "a",
            "Europe/Rome",
            [new(IsoDayOfWeek.Monday, Nine, new LocalTime(18, 0))],
            [
                new CalendarException.Closed(new DateRule.OnDate(new LocalDate(2026, 5, 1)), "Labour"),
                new CalendarException.Closed(new DateRule.EveryYear(12, 25), "Christmas"),
                new CalendarException.Closed(new DateRule.EasterOffset(-2), "Good Friday"),
                new CalendarException.OtherWindows(new DateRule.NthWeekday(11, IsoDayOfWeek.Thursday, 4), new DailyWindow(Nine, new LocalTime(12, 0))),
            ],
            new BusinessDay.SameTime()).OrThrow(),
    ];

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Read_WhatToProtoWrote_IsEqual(BusinessCalendar calendar)
    {
        var checks = new RequestChecks();

        var read = new CalendarReader(checks).Read("", calendar.ToProto(), "a");

        Assert.Empty(checks.Violations);
        Assert.Equal(calendar, read);
    }

    [Fact]
    public void Read_IcsWhereNoneIsTaken_IsRefused()
    {
        var checks = new RequestChecks();
        var wire = BusinessCalendar.Create("a", "UTC", [new(IsoDayOfWeek.Monday, Nine, TimeOfDay.EndOfDay)]).OrThrow().ToProto();
        wire.Ics = "BEGIN:VCALENDAR";

        Assert.Null(new CalendarReader(checks).Read("calendar", wire));
        Assert.Equal("calendar.ics", Assert.Single(checks.Violations).Field);
    }
}
