using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>
/// Counts towards an amount in whole units, so that nothing is lost at a hand-over between calendars: nanoseconds of open time;
/// for business days a unit small enough to be whole in each line's calendar; nanoseconds of elapsed time for civil amounts.
/// </summary>
internal sealed class Meter
{
    private static readonly CompiledCalendar Elapsed = BusinessCalendar.Always().Compile();

    private readonly PlanTerms terms;
    private readonly Timing timing;
    private readonly Int128? unitsPerBusinessDay;

    public Meter(PlanTerms terms, Timing timing)
    {
        this.terms = terms;
        this.timing = timing;
        if (timing.Amount is Amount.BusinessDays && terms.Calendar(timing.Calendar).BusinessDay is not BusinessDay.SameTime)
        {
            unitsPerBusinessDay = timing.Lines.Values.Prepend(timing.Calendar).Select(LengthOf).Aggregate(LeastCommonMultiple);
        }
    }

    /// <summary>Whether the amount passes whether or not anything is open.</summary>
    public bool IsCivil => timing.Amount is Amount.CalendarDays or Amount.CalendarMonths
        || (timing.Amount is Amount.BusinessDays && unitsPerBusinessDay is null);

    /// <summary>The target's own calendar.</summary>
    public Gauge Own => IsCivil ? new Gauge(Elapsed, "", 1) : Open(timing.Calendar);

    /// <summary>The units of an amount of the timing's own kind that is counted from a start.</summary>
    public Int128 Units(Amount amount, Instant start) => amount switch
    {
        Amount.OpenTime open => open.Duration.ToInt128Nanoseconds(),
        Amount.BusinessDays days when unitsPerBusinessDay is { } units => units * days.Count,
        _ => (DueTimes.Add(terms.Calendar(timing.Calendar), start, amount) - start).ToInt128Nanoseconds(),
    };

    /// <summary>The calendar that counts while the ticket is with a line.</summary>
    public Gauge On(string line) => IsCivil ? Own : Open(timing.Lines.GetValueOrDefault(line, timing.Calendar));

    private Gauge Open(string id) =>
        new(terms.Calendar(id), id, unitsPerBusinessDay is { } units ? units / LengthOf(id) : 1);

    private Int128 LengthOf(string calendar) =>
        (terms.Calendar(calendar).BusinessDayLength
            ?? throw new InvalidOperationException($"Calendar '{calendar}' has no business day to count days by."))
        .ToInt128Nanoseconds();

    private static Int128 LeastCommonMultiple(Int128 left, Int128 right)
    {
        var (a, b) = (left, right);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return left / a * right;
    }
}
