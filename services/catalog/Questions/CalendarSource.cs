using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.PolicyDocuments.Holidays;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using BusinessCalendar = SlaPlatform.BusinessTime.BusinessCalendar;
using WireCalendar = SlaPlatform.Contracts.Vocabulary.V1.BusinessCalendar;

namespace SlaPlatform.Catalog.Questions;

/// <summary>Finds or reads the calendar that a question is about.</summary>
/// <param name="checks">Takes the violations.</param>
/// <param name="revisions">The revisions.</param>
internal sealed class CalendarSource(RequestChecks checks, RevisionStore revisions)
{
    private const int YearsBefore = 1;
    private const int YearsAfter = 21;

    /// <summary>The calendar, or null when it or its zone is faulty.</summary>
    /// <param name="name">The calendar's resource name; empty when it is written out.</param>
    /// <param name="inline">The calendar written out, or null.</param>
    /// <param name="timeZone">The zone for calendars in the account's.</param>
    /// <param name="around">The instant that the question is about: iCalendar text is expanded from a year before to 21 years after it.</param>
    /// <param name="now">Which revision is in force.</param>
    /// <param name="cancellation">Cancels reading the store.</param>
    /// <exception cref="RefusalException">There is no such policy, revision or calendar.</exception>
    public async Task<(CompiledCalendar Calendar, string Id)?> FindAsync(
        string name, WireCalendar? inline, string timeZone, Instant around, Instant now, CancellationToken cancellation)
    {
        var zone = checks.Zone("time_zone", timeZone);
        if (inline is null && name.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "calendar", "It is unset; give calendar or inline_calendar.");
            return null;
        }

        var (calendar, id) = inline is not null
            ? (new CalendarReader(checks, HolidaysAround(around)).Read("inline_calendar", inline), "")
            : await NamedAsync(name, now, cancellation);
        if (calendar is null)
        {
            return null;
        }

        if (calendar.ZoneId == BusinessCalendar.AccountZone && timeZone.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "time_zone", "The calendar takes its zone from the account; give an IANA id such as Europe/Brussels.");
        }

        if (calendar.ZoneId != BusinessCalendar.AccountZone)
        {
            return (calendar.Compile(), id);
        }

        return zone is null ? null : (calendar.Compile(zone), id);
    }

    /// <summary>Reads iCalendar text for questions about an instant.</summary>
    public static HolidayFileReader HolidaysAround(Instant around)
    {
        var year = around.InUtc().Year;
        return (ics, field) => HolidayFile.Import(ics, new LocalDate(year - YearsBefore, 1, 1), new LocalDate(year + YearsAfter, 12, 31), field);
    }

    private async Task<(BusinessCalendar? Calendar, string Id)> NamedAsync(string name, Instant now, CancellationToken cancellation)
    {
        if (checks.RequiredName<CalendarName>("calendar", name) is not { } parsed)
        {
            return (null, "");
        }

        return (Find(await revisions.FindAsync(parsed.Policy, parsed.Revision, now, cancellation), parsed).Definition, parsed.Calendar);
    }

    /// <summary>A calendar of a revision.</summary>
    /// <exception cref="RefusalException">There is no such calendar.</exception>
    public static Engine.Policies.PolicyCalendar Find(Publication publication, CalendarName name) =>
        publication.Policy.Calendars.GetValueOrDefault(name.Calendar) ?? throw Refusals.NotFound(
            ErrorReason.CalendarNotFound, name.Format(), $"the policy has {string.Join(", ", publication.Policy.Calendars.Keys)}");
}
