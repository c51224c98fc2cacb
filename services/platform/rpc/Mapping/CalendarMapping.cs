using SlaPlatform.Contracts.Time;
using WireCalendar = SlaPlatform.Contracts.Vocabulary.V1.BusinessCalendar;
using WireDay = SlaPlatform.Contracts.Vocabulary.V1.BusinessDay;
using WireDayWindow = SlaPlatform.Contracts.Vocabulary.V1.DayWindow;
using WireException = SlaPlatform.Contracts.Vocabulary.V1.CalendarException;
using WireNth = SlaPlatform.Contracts.Vocabulary.V1.NthWeekday;
using WireWindow = SlaPlatform.Contracts.Vocabulary.V1.WeeklyWindow;
using WireYearly = SlaPlatform.Contracts.Vocabulary.V1.YearlyDate;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Calendars as messages. <see cref="CalendarReader"/> reads them back.</summary>
public static class CalendarMapping
{
    /// <summary>The calendar as a message.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="name">Its resource name or id; may be empty.</param>
    /// <param name="zoneId">The zone to show instead of its own, where an account's was applied.</param>
    public static WireCalendar ToProto(this BusinessTime.BusinessCalendar calendar, string name = "", string? zoneId = null) => new()
    {
        Name = name,
        TimeZone = zoneId ?? calendar.ZoneId,
        Always = calendar.IsAlways,
        Windows = { calendar.Windows.Select(window => new WireWindow { Day = window.Day.ToProtobufDayOfWeek(), Open = window.Open.ToString(), Close = window.Close.ToString() }) },
        Exceptions = { calendar.Exceptions.Select(exception => exception.ToProto()) },
        BusinessDay = calendar.BusinessDay switch
        {
            BusinessTime.BusinessDay.Length length => new WireDay { OpenDuration = length.Duration.ToProtobufDuration() },
            BusinessTime.BusinessDay.SameTime => new WireDay { SameTime = true },
            _ => null,
        },
    };

    /// <summary>The exception as a message.</summary>
    public static WireException ToProto(this BusinessTime.CalendarException exception)
    {
        var wire = new WireException();
        switch (exception.On)
        {
            case BusinessTime.DateRule.OnDate on:
                wire.Date = on.Date.ToDate();
                break;
            case BusinessTime.DateRule.EveryYear yearly:
                wire.EveryYear = new WireYearly { Month = yearly.Month, Day = yearly.Day };
                break;
            case BusinessTime.DateRule.NthWeekday nth:
                wire.NthWeekday = new WireNth { Month = nth.Month, Weekday = nth.Weekday.ToProtobufDayOfWeek(), Occurrence = nth.Occurrence };
                break;
            case BusinessTime.DateRule.EasterOffset easter:
                wire.EasterOffsetDays = easter.Days;
                break;
        }

        switch (exception)
        {
            case BusinessTime.CalendarException.Closed closed:
                wire.Label = closed.Name;
                break;
            case BusinessTime.CalendarException.OtherWindows other:
                wire.Windows.Add(other.Windows.Select(window => new WireDayWindow { Open = window.Open.ToString(), Close = window.Close.ToString() }));
                break;
        }

        return wire;
    }
}
