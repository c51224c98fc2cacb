using NodaTime;

namespace SlaPlatform.BusinessTime.Tests.Oracle;

/// <summary>A calendar in the oracle's own words: minutes of the day, at most 1440; a close at or before its open is on the next date.</summary>
internal sealed record OracleCalendar(
    (IsoDayOfWeek Day, int Open, int Close)[] Weekly, LocalDate[] Holidays, Dictionary<LocalDate, (int Open, int Close)[]> Others)
{
    public override string ToString() =>
        $"weekly [{string.Join(", ", Weekly)}] holidays [{string.Join(", ", Holidays)}] others [{string.Join(", ", Others.Select(o => $"{o.Key}: {string.Join(" ", o.Value)}"))}]";

    /// <summary>The wall-clock definition of open, word for word.</summary>
    public bool Holds(LocalDate date, int minute)
    {
        if (Holidays.Contains(date))
        {
            return false;
        }

        var dayBefore = date.PlusDays(-1);
        return OpeningOn(date).Any(w => w.Close > w.Open ? minute >= w.Open && minute < w.Close : minute >= w.Open)
            || (!Holidays.Contains(dayBefore) && OpeningOn(dayBefore).Any(w => w.Close <= w.Open && minute < w.Close));
    }

    private IEnumerable<(int Open, int Close)> OpeningOn(LocalDate date) =>
        Others.TryGetValue(date, out var other) ? other : Weekly.Where(w => w.Day == date.DayOfWeek).Select(w => (w.Open, w.Close));
}
