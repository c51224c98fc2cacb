using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Grpc.Core;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;
using DayOfWeek = Google.Type.DayOfWeek;

namespace SlaPlatform.Integration.Tests.Catalog;

public sealed class BusinessTimeTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ComputeDueTime_NamedCalendar_LandsAndAddsUp()
    {
        // Friday 16:00 in Warsaw: an hour is left of the day, the other two are Monday's.
        var request = new ComputeDueTimeRequest { Calendar = "policies/xtm/calendars/developers", Amount = Hours(3), StartTime = At("2026-06-05T14:00:00Z") };

        var answer = await host.Client.ComputeDueTimeAsync(request, cancellationToken: Cancel);

        Assert.Equal(At("2026-06-08T08:30:00Z"), answer.DueTime);
        Assert.Equal(3 * 3600, answer.Derivation.Segments.Sum(segment => segment.CreditedDuration.Seconds));
        Assert.Equal([SegmentRule.Counted, SegmentRule.Closed, SegmentRule.Counted], answer.Derivation.Segments.Select(segment => segment.Rule));
        Assert.Equal("developers", answer.Derivation.Segments[0].Calendar);
        Assert.NotEmpty(answer.Derivation.TzdbVersion);
    }

    [Fact]
    public async Task ComputeDueTime_CalendarInTheAccountsZone_UsesTheZoneGiven()
    {
        var request = new ComputeDueTimeRequest
        {
            Calendar = "policies/collibra/calendars/standard-hours",
            TimeZone = "Europe/Brussels",
            Amount = Hours(2),
            StartTime = At("2026-06-05T15:00:00Z"),
        };

        Assert.Equal(At("2026-06-08T08:00:00Z"), (await host.Client.ComputeDueTimeAsync(request, cancellationToken: Cancel)).DueTime);
        var refused = await RefusedCall.OfAsync(host.Client.ComputeDueTimeAsync(new ComputeDueTimeRequest(request) { TimeZone = "" }, cancellationToken: Cancel));
        refused.AssertField(ErrorReason.FieldRequired, "time_zone", "Europe/Brussels");
    }

    [Fact]
    public async Task ComputeDueTime_HolidayFromAnIcsText_IsSkippedByName()
    {
        const string Ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200608\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Founders' day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var calendar = Weekdays("09:00", "17:00");
        calendar.Ics = Ics;

        var answer = await DueAsync(calendar, Hours(2), "2026-06-05T16:00:00Z");

        Assert.Equal(At("2026-06-09T10:00:00Z"), answer.DueTime);
        Assert.Contains(answer.Derivation.Segments, segment => segment is { Rule: SegmentRule.Holiday, Detail: "Founders' day" });
    }

    [Fact]
    public async Task ComputeDueTime_EveryKindOfException_IsUnderstood()
    {
        var calendar = Weekdays("09:00", "17:00");
        calendar.Exceptions.Add(new CalendarException { Date = new Date { Year = 2026, Month = 6, Day = 8 }, Windows = { new DayWindow { Open = "12:00", Close = "14:00" } } });
        calendar.Exceptions.Add(new CalendarException { EveryYear = new YearlyDate { Month = 6, Day = 9 }, Label = "June" });
        calendar.Exceptions.Add(new CalendarException { NthWeekday = new NthWeekday { Month = 6, Weekday = DayOfWeek.Wednesday, Occurrence = 2 }, Label = "Wednesday" });
        calendar.Exceptions.Add(new CalendarException { EasterOffsetDays = 67, Label = "Easter" });

        var answer = await DueAsync(calendar, Hours(3), "2026-06-05T17:00:00Z");

        // Two hours on Monday; Tuesday, Wednesday and Thursday are closed; Easter 2026 is 5 April, 67 days before 11 June.
        Assert.Equal(At("2026-06-12T10:00:00Z"), answer.DueTime);
    }

    [Fact]
    public async Task ComputeDueTime_CivilMonths_AreClampedToTheMonthsEnd()
    {
        var answer = await DueAsync(Always(), new Amount { CalendarMonths = 1 }, "2026-01-31T10:00:00Z");

        Assert.Equal(At("2026-02-28T10:00:00Z"), answer.DueTime);
    }

    [Fact]
    public async Task ComputeDueTime_BeyondTwentyYears_IsOutOfRange()
    {
        var refused = await RefusedCall.OfAsync(host.Client.ComputeDueTimeAsync(
            new ComputeDueTimeRequest { InlineCalendar = Weekdays("09:00", "10:00"), Amount = Hours(24 * 7000), StartTime = At("2026-01-01T00:00:00Z") }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.OutOfRange, ErrorReason.HorizonExceeded), (refused.Code, refused.Reason));
        Assert.Contains("ask for less", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComputeDueTime_SixteenYearsOfDays_ListsTheFirstSegmentsOnly()
    {
        var calendar = Always();
        calendar.Always = false;
        calendar.Windows.Add(Enumerable.Range(1, 7).Select(day => new WeeklyWindow { Day = (DayOfWeek)day, Open = "09:00", Close = "17:00" }));

        var answer = await DueAsync(calendar, Hours(8 * 6000), "2026-01-01T00:00:00Z");

        Assert.Equal(10_000, answer.Derivation.Segments.Count);
        Assert.Contains("listed", answer.Derivation.Landing, StringComparison.Ordinal);
        Assert.Equal(8 * 6000 * 3600L, answer.Derivation.ConsumedDuration.Seconds);
    }

    [Fact]
    public async Task ComputeDueTime_NothingGiven_NamesEveryField()
    {
        var refused = await RefusedCall.OfAsync(host.Client.ComputeDueTimeAsync(new ComputeDueTimeRequest(), cancellationToken: Cancel));

        Assert.Equal(ErrorReason.FieldRequired, refused.Reason);
        Assert.Equal(["amount", "calendar", "start_time"], refused.Violations.Select(violation => violation.Field).Order());
    }

    [Theory]
    [InlineData("09:00", "09:00", ErrorReason.InvalidWindow, "inline_calendar.windows[0].close", "close it at another time")]
    [InlineData("9 am", "17:00", ErrorReason.InvalidWindow, "inline_calendar.windows[0].open", "write HH:MM")]
    public async Task ComputeDueTime_UnsoundWindow_IsRefused(string open, string close, ErrorReason reason, string field, string advice)
    {
        var calendar = Always();
        calendar.Always = false;
        calendar.Windows.Add(new WeeklyWindow { Day = DayOfWeek.Monday, Open = open, Close = close });

        (await RefusedAsync(calendar)).AssertField(reason, field, advice);
    }

    [Fact]
    public async Task ComputeDueTime_OverlappingWindows_AreRefused()
    {
        var calendar = Weekdays("09:00", "17:00");
        calendar.Windows.Add(new WeeklyWindow { Day = DayOfWeek.Friday, Open = "16:00", Close = "18:00" });

        (await RefusedAsync(calendar)).AssertField(ErrorReason.OverlappingWindows, "inline_calendar.windows[5]", "separate or join them");
    }

    [Fact]
    public async Task ComputeDueTime_ZoneOnMars_IsRefused()
    {
        var calendar = Weekdays("09:00", "17:00");
        calendar.TimeZone = "Mars/Olympus";

        (await RefusedAsync(calendar)).AssertField(ErrorReason.UnknownTimeZone, "inline_calendar.time_zone", "Europe/Brussels");
    }

    [Fact]
    public async Task ComputeDueTime_CalendarThatNeverOpens_IsRefused()
    {
        var calendar = Always();
        calendar.Always = false;

        (await RefusedAsync(calendar)).AssertField(ErrorReason.CalendarNeverOpens, "inline_calendar.windows", "give at least one window");
    }

    [Fact]
    public async Task ComputeDueTime_SeveralFaults_AreToldAtOnce()
    {
        var calendar = new BusinessCalendar
        {
            TimeZone = "Mars/Olympus",
            Windows = { new WeeklyWindow { Open = "25:00", Close = "" } },
            Exceptions = { new CalendarException() },
            BusinessDay = new BusinessDay(),
        };

        var refused = await RefusedAsync(calendar);

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.InvalidRequest), (refused.Code, refused.Reason));
        Assert.Equal(
            [
                "inline_calendar.business_day", "inline_calendar.exceptions[0].label", "inline_calendar.exceptions[0].on", "inline_calendar.time_zone",
                "inline_calendar.windows[0].close", "inline_calendar.windows[0].day", "inline_calendar.windows[0].open",
            ],
            refused.Violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ComputeDueTime_LabelOfTenMegabytes_IsRefused()
    {
        var calendar = Weekdays("09:00", "17:00");
        calendar.Exceptions.Add(new CalendarException { EasterOffsetDays = 1, Label = new string('x', 10 * 1024 * 1024) });

        (await RefusedAsync(calendar)).AssertField(ErrorReason.TextTooLong, "inline_calendar.exceptions[0].label", "give at most 200");
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(24L * 3600 * 7301)]
    public async Task ComputeDueTime_AmountOutOfRange_IsRefused(long seconds)
    {
        var request = new ComputeDueTimeRequest
        {
            InlineCalendar = Always(),
            Amount = new Amount { OpenDuration = new Duration { Seconds = seconds } },
            StartTime = At("2026-01-01T00:00:00Z"),
        };

        var refused = await RefusedCall.OfAsync(host.Client.ComputeDueTimeAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidAmount, "amount.open_duration", "give whole seconds");
    }

    [Fact]
    public async Task ComputeDueTime_BusinessDaysOfUnevenWeekdays_AreRefused()
    {
        var calendar = Weekdays("09:00", "17:00");
        calendar.Windows[4].Close = "15:00";
        var request = new ComputeDueTimeRequest { InlineCalendar = calendar, Amount = new Amount { BusinessDays = 1 }, StartTime = At("2026-01-01T00:00:00Z") };

        var refused = await RefusedCall.OfAsync(host.Client.ComputeDueTimeAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidAmount, "amount", "give it a business_day");
    }

    [Fact]
    public async Task ComputeDueTime_StartInYear9000_IsRefused()
    {
        var request = new ComputeDueTimeRequest { InlineCalendar = Always(), Amount = Hours(1), StartTime = At("9000-01-01T00:00:00Z") };

        var refused = await RefusedCall.OfAsync(host.Client.ComputeDueTimeAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.TimeOutOfRange, "start_time", "1970 to 2199");
    }

    [Fact]
    public async Task MeasureBusinessTime_OverAWeekend_CountsOpenTimeOnly()
    {
        var request = new MeasureBusinessTimeRequest { InlineCalendar = Weekdays("09:00", "17:00"), StartTime = At("2026-06-05T16:00:00Z"), EndTime = At("2026-06-08T10:00:00Z") };

        var answer = await host.Client.MeasureBusinessTimeAsync(request, cancellationToken: Cancel);

        Assert.Equal(2 * 3600, answer.OpenDuration.Seconds);
        Assert.Equal([SegmentRule.Counted, SegmentRule.Closed, SegmentRule.Counted], answer.Segments.Select(segment => segment.Rule));
        Assert.False(answer.SegmentsTruncated);
    }

    [Fact]
    public async Task MeasureBusinessTime_EndBeforeStart_IsRefused()
    {
        var request = new MeasureBusinessTimeRequest { InlineCalendar = Always(), StartTime = At("2026-06-05T16:00:00Z"), EndTime = At("2026-06-05T15:00:00Z") };

        var refused = await RefusedCall.OfAsync(host.Client.MeasureBusinessTimeAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.TimeOrder, "end_time", "give them in order");
    }

    private static Amount Hours(int hours) => new() { OpenDuration = new Duration { Seconds = hours * 3600L } };

    private static Timestamp At(string text) => Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    private static BusinessCalendar Always() => new() { TimeZone = "UTC", Always = true };

    private static BusinessCalendar Weekdays(string open, string close) => new()
    {
        TimeZone = "UTC",
        Windows = { Enumerable.Range(1, 5).Select(day => new WeeklyWindow { Day = (DayOfWeek)day, Open = open, Close = close }) },
    };

    private async Task<ComputeDueTimeResponse> DueAsync(BusinessCalendar calendar, Amount amount, string start) => await host.Client.ComputeDueTimeAsync(
        new ComputeDueTimeRequest { InlineCalendar = calendar, Amount = amount, StartTime = At(start) }, cancellationToken: Cancel);

    private Task<RefusedCall> RefusedAsync(BusinessCalendar calendar) => RefusedCall.OfAsync(host.Client.ComputeDueTimeAsync(
        new ComputeDueTimeRequest { InlineCalendar = calendar, Amount = Hours(1), StartTime = At("2026-01-01T00:00:00Z") }, cancellationToken: Cancel));
}
