using Google.Type;
using NodaTime;

namespace SlaPlatform.Contracts.Time;

/// <summary>Between protobuf civil dates and local dates of the ISO calendar, years 1 to 9999. Partial dates (a month of any year) are refused.</summary>
public static class DateConversions
{
    extension(Date date)
    {
        /// <summary>Reads a date that a caller gave.</summary>
        /// <param name="value">The date; the default when the answer is false.</param>
        /// <returns>False when it does not exist or lacks its year, month or day.</returns>
        public bool TryToLocalDate(out LocalDate value)
        {
            var sound = date.Year is >= 1 and <= 9999 && date.Month is >= 1 and <= 12
                && date.Day >= 1 && date.Day <= CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month);
            value = sound ? new LocalDate(date.Year, date.Month, date.Day) : default;
            return sound;
        }

        /// <summary>Reads a date known to be sound.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
        public LocalDate ToLocalDate() => date.TryToLocalDate(out var value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(date), date, "A date has a year from 1 to 9999, a month and a day that exist.");
    }

    /// <summary>The date as a protobuf one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside the years 1 to 9999 of the ISO calendar.</exception>
    public static Date ToDate(this LocalDate date) => date.Calendar == CalendarSystem.Iso && date.Year is >= 1 and <= 9999
        ? new Date { Year = date.Year, Month = date.Month, Day = date.Day }
        : throw new ArgumentOutOfRangeException(nameof(date), date, "A protobuf date holds the years 1 to 9999 of the ISO calendar.");
}
