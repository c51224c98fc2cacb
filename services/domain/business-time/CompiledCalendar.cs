using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// A calendar ready for questions. Thread safe. Once its tables reach as far as a question does, every member that returns an
/// <see cref="Instant"/>, a <see cref="Duration"/> or a <see cref="bool"/> takes logarithmic time and allocates nothing; a calendar that is always open has no tables.
/// Every member throws <see cref="CalendarHorizonException"/> for instants outside <see cref="CalendarRange"/> and for
/// questions or answers that span more than <see cref="CalendarRange.Horizon"/>.
/// </summary>
public sealed class CompiledCalendar
{
    private readonly OpeningHours _hours;
    private readonly OpenTimeline _timeline;

    internal CompiledCalendar(BusinessCalendar definition, DateTimeZone zone)
    {
        Definition = definition;
        Zone = zone;
        _hours = new OpeningHours(definition);
        _timeline = new OpenTimeline(_hours, zone);
        IsAlways = definition.IsAlways || (definition.Exceptions.IsEmpty
            && definition.Windows.Sum(w => w.Hours.Length) == 7 * NodaConstants.NanosecondsPerDay);
    }

    /// <summary>What was compiled.</summary>
    public BusinessCalendar Definition { get; }

    /// <summary>The zone of the wall-clock readings: the definition's, or the one given instead.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Whether every instant is open.</summary>
    public bool IsAlways { get; }

    /// <summary>What a business day means, or null when amounts in business days are refused.</summary>
    public BusinessDay? BusinessDay => Definition.BusinessDay;

    /// <summary>The open time of one business day; null when there is none or it is not a fixed length.</summary>
    public Duration? BusinessDayLength => (BusinessDay as BusinessDay.Length)?.Duration;

    /// <summary>Whether the instant is open.</summary>
    public bool IsOpen(Instant t)
    {
        var at = CalendarRange.Nanoseconds(t);
        if (IsAlways)
        {
            return true;
        }

        var table = _timeline.Covering(at, at);
        var index = table.LastStartingBy(at);
        return index >= 0 && at < table.EndOf(index);
    }

    /// <summary>The earliest instant at or after <paramref name="start"/> with exactly that much open time between. Zero is <paramref name="start"/> itself.</summary>
    /// <param name="start">Where counting begins, inclusive.</param>
    /// <param name="openTime">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The open time is negative.</exception>
    public Instant Add(Instant start, Duration openTime)
    {
        var from = CalendarRange.Nanoseconds(start);
        var amount = Nanoseconds(openTime);
        var limit = LatestFrom(from);
        if (amount == 0 || IsAlways)
        {
            return amount <= limit - from ? CalendarRange.ToInstant(from + amount) : throw Beyond(start, openTime);
        }

        for (var table = _timeline.Covering(from, from); ; table = _timeline.Later(table, limit))
        {
            var wanted = table.OpenUntil(from) + amount;
            if (wanted <= table.Total)
            {
                var due = table.EarliestWith(wanted);
                return due <= limit ? CalendarRange.ToInstant(due) : throw Beyond(start, openTime);
            }

            if (table.To >= limit)
            {
                throw Beyond(start, openTime);
            }
        }
    }

    /// <summary>The latest instant at or before <paramref name="end"/> with exactly that much open time between. Zero is <paramref name="end"/> itself.</summary>
    /// <param name="end">Where counting ends, exclusive.</param>
    /// <param name="openTime">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The open time is negative.</exception>
    public Instant Subtract(Instant end, Duration openTime)
    {
        var to = CalendarRange.Nanoseconds(end);
        var amount = Nanoseconds(openTime);
        var limit = EarliestTo(to);
        if (amount == 0 || IsAlways)
        {
            return amount <= to - limit ? CalendarRange.ToInstant(to - amount) : throw Beyond(end, openTime);
        }

        for (var table = _timeline.Covering(to, to); ; table = _timeline.Earlier(table, limit))
        {
            var wanted = table.OpenUntil(to) - amount;
            if (wanted >= 0)
            {
                var start = table.LatestWith(wanted);
                return start >= limit ? CalendarRange.ToInstant(start) : throw Beyond(end, openTime);
            }

            if (table.From <= limit)
            {
                throw Beyond(end, openTime);
            }
        }
    }

    /// <summary>The open time between two instants.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive, not before <paramref name="from"/>.</param>
    /// <exception cref="ArgumentException">The instants are out of order.</exception>
    public Duration Measure(Instant from, Instant to)
    {
        var (start, end) = Ordered(from, to);
        if (IsAlways)
        {
            return to - from;
        }

        var table = _timeline.Covering(start, end);
        return Duration.FromNanoseconds(table.OpenUntil(end) - table.OpenUntil(start));
    }

    /// <summary>The earliest open instant at or after the given one.</summary>
    public Instant NextOpening(Instant t)
    {
        var at = CalendarRange.Nanoseconds(t);
        var limit = LatestFrom(at);
        if (IsAlways)
        {
            return t;
        }

        for (var table = _timeline.Covering(at, at); ; table = _timeline.Later(table, limit))
        {
            var index = table.LastStartingBy(at);
            if (index >= 0 && at < table.EndOf(index))
            {
                return t;
            }

            if (index + 1 < table.Count)
            {
                return UpTo(limit, table.StartOf(index + 1), t);
            }

            if (table.To >= limit)
            {
                throw Beyond(t);
            }
        }
    }

    /// <summary>The earliest instant after the given one at which open time ends; none exists when always open, which is refused.</summary>
    public Instant NextClosing(Instant t)
    {
        var at = CalendarRange.Nanoseconds(t);
        var limit = LatestFrom(at);
        for (var table = IsAlways ? throw Beyond(t) : _timeline.Covering(at, at); ; table = _timeline.Later(table, limit))
        {
            var index = table.LastStartingBy(at);
            index += index >= 0 && at < table.EndOf(index) ? 0 : 1;
            if (index < table.Count && table.EndOf(index) < table.To)
            {
                return UpTo(limit, table.EndOf(index), t);
            }

            if (table.To >= limit)
            {
                throw Beyond(t);
            }
        }
    }

    /// <summary>The latest instant before the given one at which open time begins, the mirror of <see cref="NextClosing"/>.</summary>
    public Instant PreviousOpening(Instant t)
    {
        var at = CalendarRange.Nanoseconds(t);
        var limit = EarliestTo(at);
        for (var table = IsAlways ? throw Beyond(t) : _timeline.Covering(at, at); ; table = _timeline.Earlier(table, limit))
        {
            var index = table.LastStartingBy(at - 1);
            if (index >= 0 && table.StartOf(index) > table.From)
            {
                return DownTo(limit, table.StartOf(index), t);
            }

            if (table.From <= limit)
            {
                throw Beyond(t);
            }
        }
    }

    /// <summary>The latest instant at or before the given one with open time just before it, the mirror of <see cref="NextOpening"/>.</summary>
    public Instant PreviousClosing(Instant t)
    {
        var at = CalendarRange.Nanoseconds(t);
        var limit = EarliestTo(at);
        if (IsAlways)
        {
            return t;
        }

        for (var table = _timeline.Covering(at, at); ; table = _timeline.Earlier(table, limit))
        {
            var index = table.LastStartingBy(at - 1);
            if (index >= 0)
            {
                return DownTo(limit, Math.Min(at, table.EndOf(index)), t);
            }

            if (table.From <= limit)
            {
                throw Beyond(t);
            }
        }
    }

    /// <summary>The open intervals between two instants, in order, cut to them; none touches the next.</summary>
    /// <exception cref="ArgumentException">The instants are out of order.</exception>
    public IEnumerable<Interval> OpenIntervals(Instant from, Instant to)
    {
        var (start, end) = Ordered(from, to);
        if (start == end)
        {
            return [];
        }

        return IsAlways ? [new Interval(from, to)] : Between(_timeline.Covering(start, end), start, end);
    }

    /// <summary>What each stretch between two instants is: contiguous, in order, covering <c>[from, to)</c>; empty when both are the same.</summary>
    /// <exception cref="ArgumentException">The instants are out of order.</exception>
    public ImmutableArray<CalendarSegment> Segments(Instant from, Instant to)
    {
        var (start, end) = Ordered(from, to);
        var holidays = Definition.Exceptions.IsEmpty ? [] : Projection.ToTimeLine(_hours.Holidays, Zone, start, end);
        return Segmentation.Of(from, to, OpenIntervals(from, to), holidays);
    }

    private static IEnumerable<Interval> Between(OpenTable table, long start, long end)
    {
        for (var i = Math.Max(0, table.LastStartingBy(start)); i < table.Count && table.StartOf(i) < end; i++)
        {
            if (table.EndOf(i) > start)
            {
                yield return new Interval(
                    CalendarRange.ToInstant(Math.Max(start, table.StartOf(i))), CalendarRange.ToInstant(Math.Min(end, table.EndOf(i))));
            }
        }
    }

    private static (long Start, long End) Ordered(Instant from, Instant to)
    {
        var (start, end) = (CalendarRange.Nanoseconds(from), CalendarRange.Nanoseconds(to));
        if (start > end)
        {
            throw new ArgumentException($"The start {from} is after the end {to}; give them in order.", nameof(from));
        }

        return end - start <= CalendarRange.HorizonNanoseconds
            ? (start, end)
            : throw new CalendarHorizonException($"From {from} to {to} is more than 20 years; ask for less.");
    }

    private static long Nanoseconds(Duration openTime) => openTime < Duration.Zero
        ? throw new ArgumentOutOfRangeException(nameof(openTime), openTime, "Open time must not be negative.")
        : openTime > CalendarRange.Horizon
            ? throw new CalendarHorizonException($"{openTime} of open time needs more than 20 years of calendar; ask for less.")
            : openTime.ToInt64Nanoseconds();

    private static long LatestFrom(long at) => Math.Min(at + CalendarRange.HorizonNanoseconds, CalendarRange.Last);

    private static long EarliestTo(long at) => Math.Max(at - CalendarRange.HorizonNanoseconds, CalendarRange.First);

    private Instant UpTo(long limit, long answer, Instant asked) => answer <= limit ? CalendarRange.ToInstant(answer) : throw Beyond(asked);

    private Instant DownTo(long limit, long answer, Instant asked) => answer >= limit ? CalendarRange.ToInstant(answer) : throw Beyond(asked);

    private CalendarHorizonException Beyond(Instant from, Duration openTime) =>
        new($"{openTime} of open time of calendar {Definition.Id} from {from} needs more than 20 years of calendar; ask for less.");

    private CalendarHorizonException Beyond(Instant from) =>
        new($"Calendar {Definition.Id} has no such opening or closing within 20 years of {from}.");
}
