using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>Compiles a policy's calendars for a subscription.</summary>
internal static class CalendarChoice
{
    public static ImmutableSortedDictionary<string, CompiledCalendar> Compile(
        Policy policy, ServiceTerms terms, ImmutableArray<Violation>.Builder violations)
    {
        var zone = TimeZones.Find(terms.TimeZone, "time_zone");
        violations.AddRange(zone.Violations);
        foreach (var id in terms.CalendarOverrides.Keys)
        {
            if (!policy.Calendars.TryGetValue(id, out var calendar) || !calendar.Overridable)
            {
                var may = string.Join(", ", policy.Calendars.Where(entry => entry.Value.Overridable).Select(entry => entry.Key));
                violations.Add(new($"calendar_overrides[{id}]", $"policy '{policy.Id}' lets no subscription override calendar '{id}'; {(may.Length == 0 ? "it has none to override" : "use " + may)}"));
            }
        }

        var compiled = ImmutableSortedDictionary.CreateBuilder<string, CompiledCalendar>();
        foreach (var (id, calendar) in policy.Calendars)
        {
            var definition = terms.CalendarOverrides.GetValueOrDefault(id, calendar.Definition);
            var whole = calendar.TakesHolidays ? definition.WithExceptions(terms.Holidays) : Validated.Valid(definition);
            violations.AddRange(whole.Violations.Select(violation => new Violation($"holidays: {violation.Field}", violation.Description)));
            if (whole is Validated<BusinessCalendar>.Valid { Value: var sound } && zone is Validated<DateTimeZone>.Valid { Value: var accountZone })
            {
                compiled[id] = sound.ZoneId == BusinessCalendar.AccountZone ? sound.Compile(accountZone) : sound.Compile();
            }
        }

        return compiled.ToImmutable();
    }
}
