using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>Calendars and their exceptions as stored.</summary>
internal static class CalendarCodec
{
    private const string SameTime = "same_time";

    public static CalendarData Write(BusinessCalendar calendar) => calendar.IsAlways
        ? new CalendarData { Id = calendar.Id, Zone = calendar.ZoneId, Always = true }
        : new CalendarData
        {
            Id = calendar.Id,
            Zone = calendar.ZoneId,
            Windows = [.. calendar.Windows.Select(window => new WindowData { Day = (int)window.Day, Open = window.Open.ToString(), Close = window.Close.ToString() })],
            Exceptions = [.. calendar.Exceptions.Select(Write)],
            BusinessDay = calendar.BusinessDay switch
            {
                BusinessDay.Length length => Times.Write(length.Duration),
                BusinessDay.SameTime => SameTime,
                _ => null,
            },
        };

    public static BusinessCalendar Read(CalendarData data) => data.Always
        ? BusinessCalendar.Always(data.Zone, data.Id)
        : BusinessCalendar.Create(
            data.Id,
            data.Zone,
            (data.Windows ?? []).Select(window => new WeeklyWindow((IsoDayOfWeek)window.Day!.Value, Time(window.Open), Time(window.Close))),
            (data.Exceptions ?? []).Select(Read),
            data.BusinessDay switch
            {
                null => null,
                SameTime => new BusinessDay.SameTime(),
                var length => new BusinessDay.Length(Times.ReadDuration(length)),
            }).OrThrow();

    public static ExceptionData Write(CalendarException exception)
    {
        var on = exception.On switch
        {
            DateRule.OnDate rule => new ExceptionData { Date = LocalDatePattern.Iso.Format(rule.Date) },
            DateRule.EveryYear rule => new ExceptionData { Month = rule.Month, Day = rule.Day },
            DateRule.NthWeekday rule => new ExceptionData { Month = rule.Month, Weekday = (int)rule.Weekday, Nth = rule.Occurrence },
            DateRule.EasterOffset rule => new ExceptionData { Easter = rule.Days },
            _ => throw new InvalidOperationException($"{exception.On} is no known rule for dates."),
        };
        return exception switch
        {
            CalendarException.Closed closed => on with { Name = closed.Name },
            CalendarException.OtherWindows other => on with
            {
                Windows = [.. other.Windows.Select(window => new WindowData { Open = window.Open.ToString(), Close = window.Close.ToString() })],
            },
            _ => throw new InvalidOperationException($"{exception} is no known exception."),
        };
    }

    public static CalendarException Read(ExceptionData data)
    {
        DateRule on = data switch
        {
            { Date: { } date } => new DateRule.OnDate(LocalDatePattern.Iso.Parse(date).Value),
            { Easter: { } days } => new DateRule.EasterOffset(days),
            { Month: { } month, Weekday: { } weekday, Nth: { } nth } => new DateRule.NthWeekday(month, (IsoDayOfWeek)weekday, nth),
            { Month: { } month, Day: { } day } => new DateRule.EveryYear(month, day),
            _ => throw new JournalFormatException("A stored calendar has an exception without dates."),
        };
        return data.Windows is { } windows
            ? new CalendarException.OtherWindows(on, windows.Select(window => new DailyWindow(Time(window.Open), Time(window.Close))))
            : new CalendarException.Closed(on, data.Name ?? "");
    }

    public static ImmutableArray<CalendarException> ReadAll(ExceptionData[]? all) => [.. (all ?? []).Select(Read)];

    private static TimeOfDay Time(string text) => TimeOfDay.Parse(text, "time").OrThrow();
}
