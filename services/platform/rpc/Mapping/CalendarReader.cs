using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using BusinessCalendar = SlaPlatform.BusinessTime.BusinessCalendar;
using BusinessDay = SlaPlatform.BusinessTime.BusinessDay;
using CalendarException = SlaPlatform.BusinessTime.CalendarException;
using WeeklyWindow = SlaPlatform.BusinessTime.WeeklyWindow;
using WireCalendar = SlaPlatform.Contracts.Vocabulary.V1.BusinessCalendar;
using WireDay = SlaPlatform.Contracts.Vocabulary.V1.BusinessDay;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Reads calendars that callers write out, with every fault named by its field.</summary>
/// <param name="checks">Takes the violations.</param>
/// <param name="holidays">Reads iCalendar text; null where a request takes none.</param>
public sealed class CalendarReader(RequestChecks checks, HolidayFileReader? holidays = null)
{
    private readonly ExceptionReader _exceptions = new(checks);

    /// <summary>Reads a calendar.</summary>
    /// <param name="field">The field that holds it.</param>
    /// <param name="calendar">The message.</param>
    /// <param name="id">What derivations and messages call it.</param>
    /// <returns>The calendar, or null when it is faulty.</returns>
    public BusinessCalendar? Read(string field, WireCalendar calendar, string id = "inline")
    {
        var found = checks.Violations.Count;
        var windows = checks.Count(FieldPath.Join(field, "windows"), calendar.Windows.Count, BusinessCalendar.MostWindows)
            ? Windows(field, calendar)
            : [];
        var exceptions = _exceptions.Read(FieldPath.Join(field, "exceptions"), calendar.Exceptions, BusinessCalendar.MostExceptions).AddRange(Imported(field, calendar.Ics));
        var day = Day(FieldPath.Join(field, "business_day"), calendar.BusinessDay);
        if (calendar.Always)
        {
            return Always(field, calendar, id, checks.Violations.Count == found);
        }

        if (calendar.TimeZone.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, FieldPath.Join(field, "time_zone"), "It is empty; give an IANA id such as Europe/Brussels.");
        }
        else if (checks.Violations.Count > found && calendar.TimeZone != BusinessCalendar.AccountZone)
        {
            checks.Zone(FieldPath.Join(field, "time_zone"), calendar.TimeZone);
        }

        if (checks.Violations.Count > found)
        {
            return null;
        }

        var outcome = BusinessCalendar.Create(id, calendar.TimeZone, windows, exceptions, day);
        foreach (var violation in outcome.Violations)
        {
            var (name, reason) = CalendarFaults.Of(violation.Field);
            checks.Add(reason, FieldPath.Join(field, name), violation.Description);
        }

        return outcome is Validated<BusinessCalendar>.Valid { Value: var sound } ? sound : null;
    }

    private BusinessCalendar? Always(string field, WireCalendar calendar, string id, bool soundSoFar)
    {
        if (calendar.Windows.Count > 0 || calendar.Exceptions.Count > 0 || calendar.Ics.Length > 0)
        {
            checks.Add(ErrorReason.InvalidCalendar, FieldPath.Join(field, "always"), "A calendar that is always open has no windows, exceptions or ics; leave them out, or leave always unset.");
            soundSoFar = false;
        }

        var zoneId = calendar.TimeZone.Length == 0 ? "UTC" : calendar.TimeZone;
        var known = zoneId == BusinessCalendar.AccountZone || checks.Zone(FieldPath.Join(field, "time_zone"), zoneId) is not null;
        return known && soundSoFar ? BusinessCalendar.Always(zoneId, id) : null;
    }

    private ImmutableArray<WeeklyWindow> Windows(string field, WireCalendar calendar)
    {
        var windows = ImmutableArray.CreateBuilder<WeeklyWindow>(calendar.Windows.Count);
        for (var i = 0; i < calendar.Windows.Count; i++)
        {
            var window = calendar.Windows[i];
            var path = FieldPath.Item(FieldPath.Join(field, "windows"), i);
            var day = window.Day.ToIsoDayOfWeek();
            if (day == IsoDayOfWeek.None)
            {
                checks.Add(ErrorReason.InvalidWindow, FieldPath.Join(path, "day"), "It is unspecified; give a weekday.");
            }

            if (_exceptions.Hours(path, window.Open, window.Close) is { } hours && day != IsoDayOfWeek.None)
            {
                windows.Add(new WeeklyWindow(day, hours.Open, hours.Close));
            }
        }

        return windows.DrainToImmutable();
    }

    private ImmutableArray<CalendarException> Imported(string field, string ics)
    {
        var path = FieldPath.Join(field, "ics");
        if (ics.Length == 0)
        {
            return [];
        }

        if (holidays is null)
        {
            checks.Add(ErrorReason.InvalidCalendar, path, "iCalendar text is not taken here; give the dates as exceptions.");
            return [];
        }

        if (checks.Text(path, ics, Limits.HolidayFileCharacters).Length == 0)
        {
            return [];
        }

        var outcome = holidays(ics, path);
        checks.AddAll(outcome.Violations, ErrorReason.InvalidCalendar);
        return outcome is Validated<ImmutableArray<CalendarException>>.Valid { Value: var dates } ? dates : [];
    }

    private BusinessDay? Day(string field, WireDay? day)
    {
        switch (day?.RuleCase)
        {
            case null:
                return null;
            case WireDay.RuleOneofCase.SameTime when day.SameTime:
                return new BusinessDay.SameTime();
            case WireDay.RuleOneofCase.OpenDuration when day.OpenDuration.TryToNodaDuration(out var length):
                return new BusinessDay.Length(length);
            default:
                checks.Add(ErrorReason.InvalidCalendar, field, "It says nothing; give open_duration up to 24 h, or same_time: true, or leave it unset.");
                return null;
        }
    }
}
