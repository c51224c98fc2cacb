using System.Collections.Immutable;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using BusinessCalendar = SlaPlatform.BusinessTime.BusinessCalendar;
using CalendarException = SlaPlatform.BusinessTime.CalendarException;
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
            Holidays = ReadHolidays(checks, FieldPath.Join(parent, "holidays"), holidays),
        };
    }

    // A calendar that takes them may come with a later plan: they must be sound before.
    private static ImmutableArray<CalendarException> ReadHolidays(RequestChecks checks, string field, IReadOnlyList<WireException> holidays)
    {
        var read = new ExceptionReader(checks).Read(field, holidays, MostHolidays);
        if (read.Length == holidays.Count)
        {
            foreach (var violation in BusinessCalendar.FaultsOf(read))
            {
                var (name, reason) = CalendarFaults.Of(violation.Field);
                checks.Add(reason, field + name["exceptions".Length..], violation.Description.Replace("exceptions[", $"{field}[", StringComparison.Ordinal));
            }
        }

        return read;
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
            var entry = FieldPath.Item(field, id);
            if (!entry.EndsWith($"[{id}]", StringComparison.Ordinal))
            {
                checks.Add(ErrorReason.UnknownReading, entry, "It is no reading's id; GetPolicy lists those there are.");
            }

            checks.Text(entry, value, Limits.CodeCharacters);
        }

        return readings.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
