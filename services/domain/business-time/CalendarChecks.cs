using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>What makes a calendar definition sound.</summary>
internal static class CalendarChecks
{
    private const long Week = 7 * NodaConstants.NanosecondsPerDay;
    private const int LongestId = 100;
    private const int LongestName = 200;

    public static List<Violation> Of(
        string id, string zoneId, ImmutableArray<WeeklyWindow> windows, ImmutableArray<CalendarException> exceptions, BusinessDay? businessDay)
    {
        var found = new List<Violation>();
        if (id.Length is 0 or > LongestId)
        {
            found.Add(new("id", $"The id has {id.Length} characters; give 1 to {LongestId}."));
        }

        if (zoneId != BusinessCalendar.AccountZone)
        {
            found.AddRange(TimeZones.Find(zoneId, "zone").Violations);
        }

        if (businessDay is BusinessDay.Length { Duration: var length } && (length <= Duration.Zero || length > Duration.FromDays(1)))
        {
            found.Add(new("business_day", $"A business day of {length.TotalHours:0.##} hours is none; give more than 0 and at most 24 hours."));
        }

        if (windows.Length > BusinessCalendar.MostWindows)
        {
            found.Add(new("windows", $"There are {windows.Length} windows; give at most {BusinessCalendar.MostWindows}."));
        }
        else
        {
            CheckWindows(windows, found);
        }

        if (exceptions.Length > BusinessCalendar.MostExceptions)
        {
            found.Add(new("exceptions", $"There are {exceptions.Length} exceptions; give at most {BusinessCalendar.MostExceptions}."));
        }
        else
        {
            CheckExceptions(exceptions, found);
        }

        return found;
    }

    public static ImmutableArray<Violation> Of(ImmutableArray<CalendarException> exceptions)
    {
        var found = new List<Violation>();
        CheckExceptions(exceptions, found);
        return [.. found];
    }

    /// <summary>Exact: reads the whole supported range, which ends in its first days for all but contrived calendars.</summary>
    public static bool NeverOpens(BusinessCalendar calendar)
    {
        var zone = calendar.ZoneId == BusinessCalendar.AccountZone ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[calendar.ZoneId];
        var hours = new OpeningHours(calendar);
        var step = NodaConstants.NanosecondsPerDay * 1461;
        for (var from = CalendarRange.First; from < CalendarRange.Last; from += step)
        {
            if (OpenTable.Build(hours, zone, from, Math.Min(from + step, CalendarRange.Last)).Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void CheckWindows(ImmutableArray<WeeklyWindow> windows, List<Violation> found)
    {
        for (var i = 0; i < windows.Length; i++)
        {
            var window = windows[i];
            var field = $"windows[{i}]";
            if (window.Day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                found.Add(new($"{field}.day", $"{(int)window.Day} is no weekday; give 1 (Monday) to 7 (Sunday)."));
            }

            if (!HoursAreSound(window.Hours, field, found))
            {
                continue;
            }

            var other = Enumerable.Range(0, i).Select(j => windows[j]).TakeWhile(earlier => !Overlap(earlier, window)).Count();
            if (other < i)
            {
                found.Add(new(field, $"Window {window} (windows[{i}]) overlaps {windows[other]} (windows[{other}]); separate or join them."));
            }
        }
    }

    private static bool HoursAreSound(DailyWindow hours, string field, List<Violation> found)
    {
        if (hours.Open.IsEndOfDay)
        {
            found.Add(new($"{field}.open", "A window cannot open at 24:00; open it at 00:00 of the next date."));
        }
        else if (hours.Open == hours.Close)
        {
            found.Add(new($"{field}.close", $"Window {hours} is empty; close it at another time, or write 00:00-24:00 for a whole day."));
        }

        return IsSound(hours);
    }

    private static bool IsSound(DailyWindow hours) => !hours.Open.IsEndOfDay && hours.Open != hours.Close;

    private static void CheckExceptions(ImmutableArray<CalendarException> exceptions, List<Violation> found)
    {
        var dated = new Dictionary<LocalDate, int>();
        for (var i = 0; i < exceptions.Length; i++)
        {
            var field = $"exceptions[{i}]";
            var exception = exceptions[i];
            if (exception.On.Fault is { } fault)
            {
                found.Add(new($"{field}.on", fault));
            }
            else if (exception.On is DateRule.OnDate { Date: var date } && !dated.TryAdd(date, i) && exceptions[dated[date]] != exception
                && !(exception is CalendarException.Closed && exceptions[dated[date]] is CalendarException.Closed))
            {
                found.Add(new($"{field}.on", $"{date:uuuu-MM-dd} already has other hours or a holiday (exceptions[{dated[date]}]); keep one of the two."));
            }

            switch (exception)
            {
                case CalendarException.Closed closed when closed.Name.Length is 0 or > LongestName:
                    found.Add(new($"{field}.name", $"The name has {closed.Name.Length} characters; give 1 to {LongestName}."));
                    break;
                case CalendarException.OtherWindows other:
                    CheckOtherWindows(other.Windows, field, found);
                    break;
            }
        }
    }

    private static void CheckOtherWindows(ImmutableArray<DailyWindow> windows, string parent, List<Violation> found)
    {
        if (windows.Length is 0 or > BusinessCalendar.MostWindows)
        {
            found.Add(new($"{parent}.windows", $"There are {windows.Length} windows; give 1 to {BusinessCalendar.MostWindows}, or a named holiday for a closed date."));
            return;
        }

        for (var i = 0; i < windows.Length; i++)
        {
            var field = $"{parent}.windows[{i}]";
            var window = windows[i];
            if (!HoursAreSound(window, field, found))
            {
                continue;
            }

            var other = Enumerable.Range(0, i).TakeWhile(j => !Overlap(windows[j], window)).Count();
            if (other < i)
            {
                found.Add(new(field, $"Window {window} ({field}) overlaps {windows[other]} ({parent}.windows[{other}]); separate or join them."));
            }
        }
    }

    private static bool Overlap(WeeklyWindow one, WeeklyWindow two)
    {
        var (from, until) = (Start(one), Start(one) + one.Hours.Length);
        var (otherFrom, otherUntil) = (Start(two), Start(two) + two.Hours.Length);
        return IsSound(one.Hours)
            && (Intersect(from, until, otherFrom, otherUntil)
                || Intersect(from + Week, until + Week, otherFrom, otherUntil)
                || Intersect(from, until, otherFrom + Week, otherUntil + Week));
    }

    private static bool Overlap(DailyWindow one, DailyWindow two) =>
        IsSound(one) && Intersect(one.Open.SinceMidnight, one.End, two.Open.SinceMidnight, two.End);

    private static long Start(WeeklyWindow window) => (int)window.Day * NodaConstants.NanosecondsPerDay + window.Open.SinceMidnight;

    private static bool Intersect(long from, long until, long otherFrom, long otherUntil) => from < otherUntil && otherFrom < until;
}
