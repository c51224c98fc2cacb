using System.Collections.Immutable;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>Plan references as stored.</summary>
internal static class PlanCodec
{
    public static PlanData Write(PlanReference plan) => new()
    {
        Revision = plan.RevisionHash,
        Plan = plan.Plan,
        TimeZone = plan.Terms.TimeZone,
        Readings = plan.Terms.Readings.IsEmpty ? null : new(plan.Terms.Readings.ToDictionary(), StringComparer.Ordinal),
        Holidays = plan.Terms.Holidays.IsEmpty ? null : [.. plan.Terms.Holidays.Select(CalendarCodec.Write)],
        Calendars = plan.Terms.CalendarOverrides.IsEmpty
            ? null
            : new(plan.Terms.CalendarOverrides.ToDictionary(entry => entry.Key, entry => CalendarCodec.Write(entry.Value)), StringComparer.Ordinal),
    };

    public static PlanReference Read(PlanData data) => new(data.Revision, data.Plan, new ServiceTerms
    {
        TimeZone = data.TimeZone,
        Readings = (data.Readings ?? []).ToImmutableSortedDictionary(),
        Holidays = CalendarCodec.ReadAll(data.Holidays),
        CalendarOverrides = (data.Calendars ?? []).ToImmutableSortedDictionary(entry => entry.Key, entry => CalendarCodec.Read(entry.Value)),
    });
}
