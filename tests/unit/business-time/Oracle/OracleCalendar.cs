using NodaTime;

namespace SlaPlatform.BusinessTime.Tests.Oracle;

/// <summary>A calendar in the oracle's own words: minutes of the day, at most 1440; a close at or before its open is on the next date.</summary>
internal sealed record OracleCalendar(
    (IsoDayOfWeek Day, int Open, int Close)[] Weekly, LocalDate[] Holidays, Dictionary<LocalDate, (int Open, int Close)[]> Others)
{
    private readonly Dictionary<LocalDate, (int Open, int Close)[]> _openings = [];

    public override string ToString() =>
        $"weekly [{string.Join(", ", Weekly)}] holidays [{string.Join(", ", Holidays)}] others [{string.Join(", ", Others.Select(o => $"{o.Key}: {string.Join(" ", o.Value)}"))}]";

    /// <summary>The wall-clock definition of open, word for word.</summary>
    public bool Holds(LocalDate date, int minute)
    {
        if (Holidays.Contains(date))
        {
            return false;
        }

        foreach (var (open, close) in OpeningOn(date))
        {
            if (minute >= open && (minute < close || close <= open))
            {
                return true;
            }
        }

        foreach (var (open, close) in OpeningOn(date.PlusDays(-1)))
        {
            if (close <= open && minute < close && !Holidays.Contains(date.PlusDays(-1)))
            {
                return true;
            }
        }

        return false;
    }

    private (int Open, int Close)[] OpeningOn(LocalDate date)
    {
        if (!_openings.TryGetValue(date, out var openings))
        {
            openings = Others.GetValueOrDefault(date) ?? [.. Weekly.Where(w => w.Day == date.DayOfWeek).Select(w => (w.Open, w.Close))];
            _openings[date] = openings;
        }

        return openings;
    }
}
