using System.Collections.Frozen;
using NodaTime;

namespace SlaPlatform.Benchmarks.BusinessTime;

/// <summary>What most code does: walk the dates, resolve the ends of each window in the zone, and count until the amount is used up.</summary>
internal sealed class NaiveDays(Hours hours)
{
    private readonly FrozenSet<LocalDate> holidays = hours.Holidays.ToFrozenSet();
    private readonly bool[] opens = [.. Enumerable.Range(0, 8).Select(day => hours.Days.Contains((IsoDayOfWeek)day))];

    public Instant Add(Instant start, Duration amount)
    {
        for (var date = start.InZone(Hours.Zone).Date; ; date = date.PlusDays(1))
        {
            if (!opens[(int)date.DayOfWeek] || holidays.Contains(date))
            {
                continue;
            }

            var from = Instant.Max(start, Begin(date));
            var open = Duration.Max(End(date) - from, Duration.Zero);
            if (amount <= open)
            {
                return from + amount;
            }

            amount -= open;
        }
    }

    public Duration Measure(Instant from, Instant to)
    {
        var total = Duration.Zero;
        for (var date = from.InZone(Hours.Zone).Date; Begin(date) < to; date = date.PlusDays(1))
        {
            if (opens[(int)date.DayOfWeek] && !holidays.Contains(date))
            {
                total += Duration.Max(Instant.Min(to, End(date)) - Instant.Max(from, Begin(date)), Duration.Zero);
            }
        }

        return total;
    }

    private Instant Begin(LocalDate date) => date.At(hours.Open).InZoneLeniently(Hours.Zone).ToInstant();

    private Instant End(LocalDate date) =>
        hours.Close is { } close ? date.At(close).InZoneLeniently(Hours.Zone).ToInstant() : date.PlusDays(1).AtStartOfDayInZone(Hours.Zone).ToInstant();
}
