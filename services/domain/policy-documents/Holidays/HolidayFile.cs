using System.Collections.Immutable;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.PolicyDocuments.Holidays;

/// <summary>Turns a calendar file (iCalendar, RFC 5545) into literal holidays.</summary>
public static class HolidayFile
{
    /// <summary>The most characters of a file.</summary>
    public const int MostCharacters = DocumentLimits.Bytes;

    /// <summary>The most years that an import may span.</summary>
    public const int MostYears = 50;

    private const int LongestName = 200;

    /// <summary>Reads the whole-day events of a file, repeated ones expanded; of several on one date the first by name stands.</summary>
    /// <param name="ics">The file's text.</param>
    /// <param name="from">The first date to take.</param>
    /// <param name="to">The last date to take, inclusive; at most <see cref="MostYears"/> years after <paramref name="from"/>.</param>
    /// <param name="field">The field a violation names.</param>
    /// <returns>One holiday a date, in order; refused are files that cannot be read, events with a time of day, rules finer than daily, and rules that give no date.</returns>
    public static Validated<ImmutableArray<CalendarException>> Import(string ics, LocalDate from, LocalDate to, string field)
    {
        if (ics.Length > MostCharacters)
        {
            return Refused(field, $"The holiday file has {ics.Length} characters; the most is {MostCharacters}.");
        }

        if (to < from || to > from.PlusYears(MostYears))
        {
            return Refused(field, $"Holidays are taken from one date up to another at most {MostYears} years later; correct the range.");
        }

        try
        {
            var events = CalendarCollection.Load(ics).SelectMany(calendar => calendar.Events).ToArray();
            var violations = events.Select(holiday => Fault(holiday, field)).OfType<Violation>().ToArray();
            return violations.Length > 0 ? Validated.Invalid<ImmutableArray<CalendarException>>(violations) : Expand(events, from, to, field);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The library states no exceptions for malformed files; whatever it throws, the file is at fault.
            return Refused(field, "The holiday file cannot be read as iCalendar, or a rule in it gives no date; correct it or export it again.");
        }
    }

    private static Validated<ImmutableArray<CalendarException>> Expand(CalendarEvent[] events, LocalDate from, LocalDate to, string field)
    {
        var names = new SortedDictionary<LocalDate, string>();
        foreach (var holiday in events)
        {
            var name = Name(holiday);
            foreach (var date in Dates(holiday, from, to))
            {
                names[date] = names.TryGetValue(date, out var other) && string.CompareOrdinal(other, name) <= 0 ? other : name;
            }

            if (names.Count > BusinessCalendar.MostExceptions)
            {
                return Refused(field, $"The holiday file gives more than {BusinessCalendar.MostExceptions} dates; shorten the range.");
            }
        }

        return Validated.Valid(names
            .Select(day => (CalendarException)new CalendarException.Closed(new DateRule.OnDate(day.Key), day.Value))
            .ToImmutableArray());
    }

    private static IEnumerable<LocalDate> Dates(CalendarEvent holiday, LocalDate from, LocalDate to)
    {
        var options = new EvaluationOptions { MaxUnmatchedIncrementsLimit = 2000 };
        foreach (var occurrence in holiday.GetOccurrences(new CalDateTime(from.Year, from.Month, from.Day), options))
        {
            var start = LocalDate.FromDateOnly(occurrence.Period.StartTime.Date);
            if (start > to)
            {
                yield break;
            }

            var end = occurrence.Period.EffectiveEndTime is { } last ? LocalDate.FromDateOnly(last.Date) : start.PlusDays(1);
            for (var date = LocalDate.Max(start, from); date <= to && (date < end || date == start); date = date.PlusDays(1))
            {
                yield return date;
            }
        }
    }

    private static Violation? Fault(CalendarEvent holiday, string field)
    {
        if (holiday.Start is not { HasTime: false })
        {
            return new(field, $"The event {Name(holiday)} has a time of day or no date; holidays are whole dates.");
        }

        return holiday.RecurrenceRule is { } rule && IsFinerThanDaily(rule)
            ? new(field, $"The event {Name(holiday)} repeats more often than daily; holidays are whole dates.")
            : null;
    }

    private static bool IsFinerThanDaily(RecurrenceRule rule) =>
        rule.Frequency is FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly
        || rule.ByHour.Count + rule.ByMinute.Count + rule.BySecond.Count > 0;

    private static string Name(CalendarEvent holiday)
    {
        var name = holiday.Summary?.Trim();
        return string.IsNullOrEmpty(name) ? "holiday" : name.Length <= LongestName ? name : name[..LongestName];
    }

    private static Validated<ImmutableArray<CalendarException>> Refused(string field, string description) =>
        Validated.Invalid<ImmutableArray<CalendarException>>(new Violation(field, description));
}
