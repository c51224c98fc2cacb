using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.PolicyDocuments.Holidays;

namespace SlaPlatform.PolicyDocuments.Tests.Holidays;

public sealed class HolidayFileTests
{
    private static readonly LocalDate From = new(2026, 1, 1);
    private static readonly LocalDate To = new(2028, 12, 31);

    [Fact]
    public void Import_YearlyRule_GivesADateEachYear() => Assert.Equal(
        ["2026-12-25 Christmas", "2027-12-25 Christmas", "2028-12-25 Christmas"],
        Dates(Event("Christmas", "20201225", "RRULE:FREQ=YEARLY")));

    [Fact]
    public void Import_SeveralDays_GivesEachOfThem() => Assert.Equal(
        ["2026-12-31 Turn of the year", "2027-01-01 Turn of the year"],
        Dates(Event("Turn of the year", "20261231", "DTEND;VALUE=DATE:20270102")));

    [Fact]
    public void Import_ExceptedDate_IsLeftOut() => Assert.Equal(
        ["2026-05-01 May", "2028-05-01 May"],
        Dates(Event("May", "20260501", "RRULE:FREQ=YEARLY;COUNT=3\r\nEXDATE;VALUE=DATE:20270501")));

    [Fact]
    public void Import_RuleThatNeverMatches_IsRefused() =>
        Assert.False(HolidayFile.Import(Event("Never", "20260101", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), From, To, "ics").IsValid);

    [Fact]
    public void Import_TimedEvent_IsRefused() =>
        Assert.Contains("time of day", HolidayFile.Import(File("SUMMARY:Lunch\r\nDTSTART:20260101T120000Z\r\n"), From, To, "ics").Violations.Single().Description, StringComparison.Ordinal);

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=YEARLY;BYHOUR=1,2")]
    public void Import_RuleFinerThanDaily_IsRefused(string rule) => Assert.False(HolidayFile.Import(Event("Tick", "20260101", $"RRULE:{rule}"), From, To, "ics").IsValid);

    [Fact]
    public void Import_TooLongARange_IsRefused() => Assert.False(HolidayFile.Import(Event("Day", "20260101", "RRULE:FREQ=YEARLY"), From, From.PlusYears(51), "ics").IsValid);

    [Fact]
    public void Import_Garbage_IsRefusedOrEmpty() => Assert.Empty(HolidayFile.Import("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:notadate\r\nEND", From, To, "ics").Match(found => found, _ => []));

    [Fact]
    public void Parse_EmbeddedFile_BecomesLiteralHolidays()
    {
        var ics = Event("Christmas", "20201225", "RRULE:FREQ=YEARLY").ReplaceLineEndings("\n        ");
        var text = Documents.Text("collibra").Replace(
            "    takes_holidays: true\n    source: \"Collibra support terms, 2.A\"",
            $"    source: \"Collibra support terms, 2.A\"\n    exceptions:\n    - from: 2026-01-01\n      to: 2027-12-31\n      ics: |\n        {ics}",
            StringComparison.Ordinal);

        var parsed = PolicyDocument.Parse(text);

        Assert.Empty(parsed.Problems);
        Assert.Equal(
            [new CalendarException.Closed(new DateRule.OnDate(new LocalDate(2026, 12, 25)), "Christmas"), new CalendarException.Closed(new DateRule.OnDate(new LocalDate(2027, 12, 25)), "Christmas")],
            parsed.Policy!.Calendars["premium-hours"].Definition.Exceptions);
        Assert.Equal(parsed.ContentHash, PolicyDocument.Parse(parsed.CanonicalBytes.AsSpan()).ContentHash);
    }

    [Theory]
    [InlineData("on: 2026-12-24, windows: 09:00-12:00")]
    [InlineData("every_year: 12-25, closed: Christmas")]
    [InlineData("easter: -2, closed: Good Friday")]
    [InlineData("weekday: { month: 11, day: thu, occurrence: 4 }, closed: Thanksgiving")]
    public void Parse_Exception_SurvivesTheRoundTrip(string exception)
    {
        var parsed = PolicyDocument.Parse(Documents.Text("collibra").Replace(
            "business_day: 9h", $"business_day: 9h\n    exceptions: [{{ {exception} }}]", StringComparison.Ordinal));

        Assert.Empty(parsed.Problems);
        Assert.Single(parsed.Policy!.Calendars["standard-hours"].Definition.Exceptions);
        Assert.Equal(parsed.ContentHash, PolicyDocument.Parse(parsed.CanonicalBytes.AsSpan()).ContentHash);
    }

    private static IEnumerable<string> Dates(string file) => HolidayFile.Import(file, From, To, "ics").OrThrow()
        .Cast<CalendarException.Closed>()
        .Select(holiday => $"{((DateRule.OnDate)holiday.On).Date:uuuu-MM-dd} {holiday.Name}");

    private static string Event(string name, string date, string more) => File($"SUMMARY:{name}\r\nDTSTART;VALUE=DATE:{date}\r\n{more}\r\n");

    private static string File(string lines) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1@test\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n";
}
