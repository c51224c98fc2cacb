using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Availability;

/// <summary>The credits that a guarantee would have given for downtime of the past, without maintenance: every month that is over and below the guarantee gives one.</summary>
public static class PastCredits
{
    /// <summary>The sum of the credits.</summary>
    /// <param name="down">Downtime, in any order.</param>
    /// <param name="until">Until when downtime is known: a month that is not over then gives nothing yet.</param>
    /// <param name="promise">What the plan guarantees.</param>
    /// <param name="zone">The zone of the months.</param>
    /// <param name="monthlyFee">The monthly fee; zero or more.</param>
    /// <param name="currency">Its currency.</param>
    public static decimal Sum(IReadOnlyCollection<Interval> down, Instant until, FeatureValue.Availability promise, DateTimeZone zone, decimal monthlyFee, Currency currency)
    {
        ImmutableArray<Interval> spans = Spans.Union(down);
        return spans.SelectMany(span => Months(span, zone)).Distinct().Select(month => IntervalOf(month, zone)).Where(month => month.End <= until).Sum(service =>
        {
            var figure = new AvailabilityStatement(new MonthIntervals { Service = [service], Down = spans }, promise).Figure!;
            return figure.CreditPercent is { } percent ? CreditRules.Amount(percent, monthlyFee, currency) : 0;
        });
    }

    private static Interval IntervalOf(YearMonth month, DateTimeZone zone)
    {
        var dates = month.ToDateInterval();
        return new Interval(zone.AtStartOfDay(dates.Start).ToInstant(), zone.AtStartOfDay(dates.End.PlusDays(1)).ToInstant());
    }

    private static IEnumerable<YearMonth> Months(Interval span, DateTimeZone zone)
    {
        var last = (span.End - Duration.Epsilon).InZone(zone).Date.ToYearMonth();
        for (var month = span.Start.InZone(zone).Date.ToYearMonth(); month.CompareTo(last) <= 0; month = month.PlusMonths(1))
        {
            yield return month;
        }
    }
}
