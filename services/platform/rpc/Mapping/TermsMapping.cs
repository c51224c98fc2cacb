using System.Collections.Immutable;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using BusinessCalendar = SlaPlatform.BusinessTime.BusinessCalendar;
using WireCalendar = SlaPlatform.Contracts.Vocabulary.V1.BusinessCalendar;
using WireException = SlaPlatform.Contracts.Vocabulary.V1.CalendarException;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>What a subscription adds to a plan, on the wire.</summary>
public static class TermsMapping
{
    /// <summary>The most holidays that terms hold.</summary>
    public const int MostHolidays = 1000;

    /// <summary>The terms of a plan as a message; what the report says is the caller's to add.</summary>
    /// <param name="reference">What names the terms.</param>
    /// <param name="policyId">The policy's id.</param>
    public static TicketTerms ToProto(this PlanReference reference, string policyId)
    {
        var wire = new TicketTerms
        {
            Plan = new PlanName(policyId, reference.Plan, reference.RevisionHash[..PolicyRevision.IdLength]).Format(),
            DocumentSha256 = reference.RevisionHash,
            TimeZone = reference.Terms.TimeZone,
            Holidays = { reference.Terms.Holidays.Select(holiday => holiday.ToProto()) },
        };
        wire.Readings.Add(reference.Terms.Readings.ToDictionary());
        wire.CalendarOverrides.Add(reference.Terms.CalendarOverrides.ToDictionary(entry => entry.Key, entry => entry.Value.ToProto(entry.Key)));
        return wire;
    }

    /// <summary>Reads the terms that a caller gives. Whether they fit a policy is checked by <see cref="PlanTerms.Resolve"/>, see <see cref="TermsFaults"/>.</summary>
    /// <param name="checks">Takes the violations.</param>
    /// <param name="parent">The field that holds them; empty for the request itself.</param>
    /// <param name="timeZone">The account's zone; empty means UTC, so refuse that first where a calendar takes it.</param>
    /// <param name="readings">Reading id to value.</param>
    /// <param name="overrides">Calendars replaced, by id.</param>
    /// <param name="holidays">Holidays added.</param>
    /// <param name="holidayFile">Reads iCalendar text of overrides; null to refuse it.</param>
    public static ServiceTerms Read(
        RequestChecks checks,
        string parent,
        string timeZone,
        IReadOnlyDictionary<string, string> readings,
        IReadOnlyDictionary<string, WireCalendar> overrides,
        IReadOnlyList<WireException> holidays,
        HolidayFileReader? holidayFile = null)
    {
        var zone = checks.Zone(FieldPath.Join(parent, "time_zone"), timeZone);
        var calendars = ImmutableSortedDictionary.CreateBuilder<string, BusinessCalendar>(StringComparer.Ordinal);
        var reader = new CalendarReader(checks, holidayFile);
        if (checks.Count(FieldPath.Join(parent, "calendar_overrides"), overrides.Count, Limits.CalendarOverrides))
        {
            foreach (var (id, calendar) in overrides.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                var field = FieldPath.Item(FieldPath.Join(parent, "calendar_overrides"), id);
                if (checks.Id(field, id).Length > 0 && reader.Read(field, calendar, id) is { } sound)
                {
                    calendars[id] = sound;
                }
            }
        }

        return new ServiceTerms
        {
            TimeZone = zone?.Id ?? "UTC",
            Readings = ReadReadings(checks, FieldPath.Join(parent, "readings"), readings),
            CalendarOverrides = calendars.ToImmutable(),
            Holidays = new ExceptionReader(checks).Read(FieldPath.Join(parent, "holidays"), holidays, MostHolidays),
        };
    }

    /// <summary>Reads chosen readings.</summary>
    public static ImmutableSortedDictionary<string, string> ReadReadings(RequestChecks checks, string field, IReadOnlyDictionary<string, string> readings)
    {
        if (!checks.Count(field, readings.Count, Limits.Readings))
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }

        foreach (var (id, value) in readings)
        {
            checks.Text(field, id, Limits.CodeCharacters);
            checks.Text(FieldPath.Item(field, id), value, Limits.CodeCharacters);
        }

        return readings.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
