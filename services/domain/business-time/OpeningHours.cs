using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>The local half of a calendar: which wall-clock readings are open, without a zone.</summary>
internal sealed class OpeningHours(BusinessCalendar calendar)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly DailyWindow[][] _weekly = [.. Enumerable.Range(0, 8).Select(day =>
        calendar.Windows.Where(w => (int)w.Day == day).Select(w => w.Hours).OrderBy(w => w.Open.SinceMidnight).ToArray())];

    private readonly Dictionary<LocalDate, CalendarException> _dated = calendar.Exceptions
        .Where(e => e.On is DateRule.OnDate)
        .GroupBy(e => ((DateRule.OnDate)e.On).Date)
        .ToDictionary(same => same.Key, same => same.First());

    private readonly CalendarException[] _yearly = [.. calendar.Exceptions.Where(e => e.On is not DateRule.OnDate)];

    /// <summary>Open spans in order, disjoint and not touching, of the windows that open from one date to another, both included.</summary>
    public List<Stretch> Open(LocalDate first, LocalDate last)
    {
        var spans = new List<Stretch>();
        foreach (var (date, midnight, exception) in Days(first, last))
        {
            if (exception is CalendarException.Closed)
            {
                CutAt(spans, midnight);
                continue;
            }

            IEnumerable<DailyWindow> windows = exception is CalendarException.OtherWindows other
                ? other.Windows.OrderBy(w => w.Open.SinceMidnight)
                : _weekly[(int)date.DayOfWeek];
            foreach (var window in windows)
            {
                Append(spans, midnight + window.Open.SinceMidnight, midnight + window.End);
            }
        }

        return spans;
    }

    /// <summary>The holidays of the dates, each a named whole date, in order.</summary>
    public List<Stretch> Holidays(LocalDate first, LocalDate last) => [.. Days(first, last)
        .Where(day => day.Exception is CalendarException.Closed)
        .Select(day => new Stretch(day.Midnight, day.Midnight + NodaConstants.NanosecondsPerDay, ((CalendarException.Closed)day.Exception!).Name))];

    private static void CutAt(List<Stretch> spans, long midnight)
    {
        if (spans.Count > 0 && spans[^1].End > midnight)
        {
            spans[^1] = spans[^1] with { End = midnight };
        }
    }

    private static void Append(List<Stretch> spans, long start, long end)
    {
        if (spans.Count > 0 && start <= spans[^1].End)
        {
            spans[^1] = spans[^1] with { End = Math.Max(spans[^1].End, end) };
        }
        else
        {
            spans.Add(new Stretch(start, end));
        }
    }

    private IEnumerable<(LocalDate Date, long Midnight, CalendarException? Exception)> Days(LocalDate first, LocalDate last)
    {
        var midnight = Period.DaysBetween(Epoch, first) * NodaConstants.NanosecondsPerDay;
        var ofYear = new Dictionary<LocalDate, CalendarException>();
        var year = int.MinValue;
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (date.Year != year)
            {
                year = date.Year;
                ofYear = RulesOf(year);
            }

            yield return (date, midnight, _dated.GetValueOrDefault(date) ?? ofYear.GetValueOrDefault(date));
            midnight += NodaConstants.NanosecondsPerDay;
        }
    }

    private Dictionary<LocalDate, CalendarException> RulesOf(int year)
    {
        var rules = new Dictionary<LocalDate, CalendarException>();
        foreach (var exception in _yearly)
        {
            if (exception.On.In(year) is { } date)
            {
                rules.TryAdd(date, exception);
            }
        }

        return rules;
    }
}
