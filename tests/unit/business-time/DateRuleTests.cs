using NodaTime;
using static SlaPlatform.BusinessTime.Tests.Times;

namespace SlaPlatform.BusinessTime.Tests;

public sealed class DateRuleTests
{
    public static TheoryData<DateRule, int, string> Cases => new()
    {
        { new DateRule.EveryYear(12, 25), 2026, "12-25" },
        { new DateRule.EveryYear(2, 29), 2024, "02-29" },
        { new DateRule.EveryYear(2, 29), 2026, "" },
        { new DateRule.NthWeekday(11, IsoDayOfWeek.Thursday, 4), 2026, "11-26" },
        { new DateRule.NthWeekday(5, IsoDayOfWeek.Monday, -1), 2026, "05-25" },
        { new DateRule.NthWeekday(5, IsoDayOfWeek.Monday, 1), 2026, "05-04" },
        { new DateRule.NthWeekday(6, IsoDayOfWeek.Monday, 1), 2026, "06-01" },
        { new DateRule.NthWeekday(8, IsoDayOfWeek.Monday, -1), 2026, "08-31" },
        { new DateRule.NthWeekday(5, IsoDayOfWeek.Friday, 5), 2026, "05-29" },
        { new DateRule.NthWeekday(5, IsoDayOfWeek.Monday, 5), 2026, "" },
        { new DateRule.NthWeekday(5, IsoDayOfWeek.Monday, -5), 2026, "" },
        { new DateRule.EasterOffset(0), 2026, "04-05" },
        { new DateRule.EasterOffset(0), 2024, "03-31" },
        { new DateRule.EasterOffset(0), 2038, "04-25" },
        { new DateRule.EasterOffset(0), 2008, "03-23" },
        { new DateRule.EasterOffset(0), 1981, "04-19" },
        { new DateRule.EasterOffset(0), 2049, "04-18" },
        { new DateRule.EasterOffset(-2), 2026, "04-03" },
        { new DateRule.EasterOffset(39), 2026, "05-14" },
        { new DateRule.OnDate(new(2026, 7, 21)), 2026, "07-21" },
        { new DateRule.OnDate(new(2026, 7, 21)), 2027, "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Closed_RuleInAYear_ClosesThatDateAlone(DateRule rule, int year, string expected)
    {
        var calendar = Calendar("UTC", On(EveryDay, "00:00-24:00"), [new CalendarException.Closed(rule, "Day off")]).Compile();

        var holidays = calendar.Segments(new LocalDate(year, 1, 1).AtMidnight().InUtc().ToInstant(), new LocalDate(year + 1, 1, 1).AtMidnight().InUtc().ToInstant())
            .Where(s => s.Kind == SegmentKind.Holiday)
            .Select(s => s.From.InUtc().ToString("MM-dd", null) + (s.Duration == Duration.FromDays(1) ? "" : " not a day"));

        Assert.Equal(expected, string.Join(",", holidays));
    }

    [Fact]
    public void Create_RuleThatNamesNoDate_NamesTheException()
    {
        DateRule[] rules =
        [
            new DateRule.EveryYear(13, 1), new DateRule.EveryYear(4, 31), new DateRule.EveryYear(1, 0),
            new DateRule.NthWeekday(0, IsoDayOfWeek.Monday, 1), new DateRule.NthWeekday(1, IsoDayOfWeek.None, 1), new DateRule.NthWeekday(1, IsoDayOfWeek.Monday, 0),
            new DateRule.NthWeekday(1, IsoDayOfWeek.Monday, 6), new DateRule.EasterOffset(251), new DateRule.EasterOffset(-81), new DateRule.OnDate(new(1899, 12, 31)),
        ];

        var result = BusinessCalendar.Create("c", "UTC", On(Weekdays, "09:00-18:00"), rules.Select(r => new CalendarException.Closed(r, "x")));

        Assert.Equal(rules.Select((_, i) => $"exceptions[{i}].on"), result.Violations.Select(v => v.Field));
    }
}
