using System.Globalization;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>On which local dates an exception applies. Soundness is checked by the calendar that holds it.</summary>
public abstract record DateRule
{
    private DateRule()
    {
    }

    internal abstract LocalDate? In(int year);

    internal abstract string? Fault { get; }

    /// <summary>One date of one year.</summary>
    /// <param name="Date">The date, of the years 1900 to 2199.</param>
    public sealed record OnDate(LocalDate Date) : DateRule
    {
        internal override string? Fault => Date.Calendar == CalendarSystem.Iso && Date.Year is >= 1900 and < 2200
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{Date:uuuu-MM-dd} is outside the supported years; give a date from 1900 to 2199.");

        internal override LocalDate? In(int year) => Date.Year == year ? Date : null;
    }

    /// <summary>The same day of a month every year; 29 February only in leap years.</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Day">1 to the longest length of that month.</param>
    public sealed record EveryYear(int Month, int Day) : DateRule
    {
        internal override string? Fault => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(2024, Month)
            ? null
            : $"Month {Month} day {Day} is no date of any year; give a month from 1 to 12 and a day it has.";

        internal override LocalDate? In(int year) =>
            Day <= DateTime.DaysInMonth(year, Month) ? new LocalDate(year, Month, Day) : null;
    }

    /// <summary>The nth weekday of a month every year, as the fourth Thursday of November; a fifth that a year lacks is skipped.</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Weekday">The weekday.</param>
    /// <param name="Occurrence">1 to 5 from the month's start, -1 to -5 from its end.</param>
    public sealed record NthWeekday(int Month, IsoDayOfWeek Weekday, int Occurrence) : DateRule
    {
        internal override string? Fault => Month is >= 1 and <= 12 && Weekday is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
            && Occurrence is (>= 1 and <= 5) or (>= -5 and <= -1)
            ? null
            : $"Occurrence {Occurrence} of weekday {(int)Weekday} in month {Month} is no yearly date; use months 1 to 12, weekdays 1 to 7 and occurrences 1 to 5 or -1 to -5.";

        internal override LocalDate? In(int year)
        {
            var date = Occurrence > 0
                ? new LocalDate(year, Month, 1).PlusDays(-1).Next(Weekday).PlusWeeks(Occurrence - 1)
                : new LocalDate(year, Month, DateTime.DaysInMonth(year, Month)).PlusDays(1).Previous(Weekday).PlusWeeks(Occurrence + 1);
            return date.Year == year && date.Month == Month ? date : null;
        }
    }

    /// <summary>A number of days from western Easter Sunday every year: -2 is Good Friday, 1 Easter Monday, 39 Ascension.</summary>
    /// <param name="Days">-80 to 250, which stays within the year.</param>
    public sealed record EasterOffset(int Days) : DateRule
    {
        internal override string? Fault => Days is >= -80 and <= 250
            ? null
            : $"{Days} days from Easter can leave the year; give an offset from -80 to 250.";

        internal override LocalDate? In(int year) => Easter.Sunday(year).PlusDays(Days);
    }
}
