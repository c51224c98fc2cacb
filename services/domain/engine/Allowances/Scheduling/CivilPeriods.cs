using NodaTime;

namespace SlaPlatform.Engine.Allowances.Scheduling;

/// <summary>The regular periods in civil dates.</summary>
internal static class CivilPeriods
{
    private const int MonthsOfQuarter = 3;

    /// <summary>The regular period that holds a date: its first day, and the day after its last.</summary>
    /// <param name="interval">How often a period begins.</param>
    /// <param name="date">A date, not before <paramref name="contractStart"/> where contract years are asked for.</param>
    /// <param name="contractStart">The first day of the first contract year; later ones begin on its anniversaries, month ends clamped.</param>
    public static (LocalDate First, LocalDate Next) Holding(AllowanceInterval interval, LocalDate date, LocalDate contractStart)
    {
        switch (interval)
        {
            case AllowanceInterval.Month:
                var month = new LocalDate(date.Year, date.Month, 1);
                return (month, month.PlusMonths(1));
            case AllowanceInterval.Quarter:
                var quarter = new LocalDate(date.Year, date.Month - ((date.Month - 1) % MonthsOfQuarter), 1);
                return (quarter, quarter.PlusMonths(MonthsOfQuarter));
            case AllowanceInterval.Year:
                return (new LocalDate(date.Year, 1, 1), new LocalDate(date.Year + 1, 1, 1));
            default:
                var years = date.Year - contractStart.Year;
                var index = contractStart.PlusYears(years) <= date ? years : years - 1;
                return (contractStart.PlusYears(index), contractStart.PlusYears(index + 1));
        }
    }
}
