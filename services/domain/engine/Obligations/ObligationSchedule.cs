using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.Engine.Entitlements;

namespace SlaPlatform.Engine.Obligations;

/// <summary>What is owed to a subscription over its term.</summary>
public static class ObligationSchedule
{
    private const int IdBytes = 10;

    /// <summary>Works it out: periods are counted from the term's first day and owed when they end within the term, occasions when they fall into it.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="spans">The plans that it had, one after the other; what is due counts under the one in force on its day.</param>
    /// <param name="occasions">What happened, in any order.</param>
    /// <param name="completed">When obligations were done, by their id.</param>
    /// <returns>By due time, then id.</returns>
    public static ImmutableArray<Obligation> Of(
        Subscription subscription, IReadOnlyCollection<OwedSpan> spans, IEnumerable<OccasionRecord> occasions, IReadOnlyDictionary<string, Instant> completed)
    {
        var zone = DateTimeZoneProviders.Tzdb[subscription.Terms.TimeZone];
        var periodic = spans.SelectMany(span => span.Rules.Where(rule => rule.Occasion is null).SelectMany(rule => Periodic(rule, subscription, zone).Where(owed => span.Covers(zone.AtStartOfDay(owed.DueDate).ToInstant()))));
        var occasional = occasions.GroupBy(occasion => occasion.Kind).SelectMany(kind => Occasional(kind, subscription, spans, zone));
        return
        [
            .. periodic.Concat(occasional)
                .Select(owed => completed.TryGetValue(owed.Id, out var done) ? owed with { CompleteTime = done } : owed)
                .OrderBy(owed => owed.DueTime).ThenBy(owed => owed.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Obligation> Periodic(ObligationRule rule, Subscription subscription, DateTimeZone zone)
    {
        for (var number = 1; ; number++)
        {
            var due = SliceEnd(rule, subscription.Term.Start, number).PlusDays(-1);
            if (due > subscription.Term.End || zone.AtStartOfDay(due).ToInstant() >= subscription.End)
            {
                yield break;
            }

            yield return new Obligation(IdOf(subscription, rule, LocalDatePattern.Iso.Format(due)), rule, zone.AtStartOfDay(due.PlusDays(1)).ToInstant(), due, "");
        }
    }

    /// <summary>The day after a slice of a rule's periods. Counted from the term's first day each time, so that month ends do not drift.</summary>
    /// <param name="rule">The rule; its count cuts each period into slices, by months where they divide evenly, else by days.</param>
    /// <param name="start">The term's first day.</param>
    /// <param name="number">Which slice, from 1.</param>
    private static LocalDate SliceEnd(ObligationRule rule, LocalDate start, int number)
    {
        var per = rule.Per!.Value;
        if (Months(per) is { } months && months % rule.Count == 0)
        {
            return start.PlusMonths(months / rule.Count * number);
        }

        var (whole, part) = Math.DivRem(number, rule.Count);
        var begin = start + Times(per, whole);
        return begin.PlusDays(Period.DaysBetween(begin, start + Times(per, whole + 1)) * part / rule.Count);
    }

    private static IEnumerable<Obligation> Occasional(IEnumerable<OccasionRecord> occasions, Subscription subscription, IReadOnlyCollection<OwedSpan> spans, DateTimeZone zone)
    {
        var counts = new Dictionary<(string Rule, LocalDate PeriodEnd), int>();
        foreach (var occasion in occasions.OrderBy(occasion => occasion.Time).ThenBy(occasion => occasion.Id, StringComparer.Ordinal))
        {
            foreach (var rule in spans.Where(span => span.Covers(occasion.Time)).SelectMany(span => span.Rules).Where(rule => rule.Occasion == occasion.Kind))
            {
                var (dueTime, dueDate) = Due(rule, occasion, subscription, zone);
                var count = counts[(rule.Id, dueDate)] = counts.GetValueOrDefault((rule.Id, dueDate)) + 1;
                if (rule.Per is null || count <= rule.Count)
                {
                    yield return new Obligation(IdOf(subscription, rule, occasion.Id), rule, dueTime, dueDate, occasion.Reference) { CompleteTime = occasion.NoticeTime };
                }
            }
        }
    }

    private static (Instant Time, LocalDate Date) Due(ObligationRule rule, OccasionRecord occasion, Subscription subscription, DateTimeZone zone)
    {
        if (rule.Before is { } before)
        {
            var time = occasion.Time - before;
            return (time, time.InZone(zone).Date);
        }

        var day = occasion.Time.InZone(zone).Date;
        var number = 1;
        while (subscription.Term.Start + Times(rule.Per!.Value, number) <= day)
        {
            number++;
        }

        var last = LocalDate.Min((subscription.Term.Start + Times(rule.Per.Value, number)).PlusDays(-1), subscription.Term.End);
        return (zone.AtStartOfDay(last.PlusDays(1)).ToInstant(), last);
    }

    private static int? Months(ObligationPeriod per) => per switch
    {
        ObligationPeriod.Month => 1,
        ObligationPeriod.Quarter => 3,
        ObligationPeriod.Year => 12,
        _ => null,
    };

    private static Period Times(ObligationPeriod per, int number) => Months(per) is { } months ? Period.FromMonths(months * number) : Period.FromDays(7 * number);

    private static string IdOf(Subscription subscription, ObligationRule rule, string which) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{subscription.Id}\n{rule.Id}\n{which}"))).AsSpan(0, IdBytes));
}
