using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>How much time a target allows. Never negative; zero is due at its start.</summary>
public abstract record Amount
{
    private Amount()
    {
    }

    /// <summary>The most open time an amount may name: 7,300 days of 24 hours.</summary>
    public static Duration MostOpenTime { get; } = Duration.FromDays(7300);

    /// <summary>The most business days an amount may name.</summary>
    public static int MostBusinessDays => 5000;

    /// <summary>The most calendar days an amount may name.</summary>
    public static int MostCalendarDays => 7300;

    /// <summary>The most calendar months an amount may name.</summary>
    public static int MostCalendarMonths => 240;

    /// <summary>
    /// Reads the text form: <c>30m</c>, <c>2h</c>, <c>1h30m</c>, <c>90s</c>, <c>3 business_days</c>, <c>3 calendar_days</c>, <c>2 months</c>
    /// (the singular as well).
    /// </summary>
    /// <param name="text">The text; nothing around it is skipped.</param>
    /// <param name="field">The field a violation names.</param>
    public static Validated<Amount> Parse(string text, string field) => AmountText.Parse(text, field);

    /// <summary>The text form that <see cref="Parse"/> reads back to an equal amount, in the largest units that are exact.</summary>
    public string Format() => AmountText.Format(this);

    /// <summary>The text form.</summary>
    public sealed override string ToString() => Format();

    private static int Within(int most, int count) => count >= 0 && count <= most
        ? count
        : throw new ArgumentOutOfRangeException(nameof(count), count, $"The count must be from 0 to {most}.");

    /// <summary>Open time of the target's calendar; on a calendar that is always open this is elapsed time.</summary>
    /// <param name="Duration">Whole seconds, from zero to <see cref="MostOpenTime"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range or not whole seconds.</exception>
    public sealed record OpenTime(Duration Duration) : Amount
    {
        /// <summary>Whole seconds, from zero to <see cref="MostOpenTime"/>.</summary>
        public Duration Duration { get; } = Duration >= Duration.Zero && Duration <= MostOpenTime && Duration.NanosecondOfDay % NodaConstants.NanosecondsPerSecond == 0
            ? Duration
            : throw new ArgumentOutOfRangeException(nameof(Duration), Duration, "Open time must be whole seconds from 0 to 7,300 days.");
    }

    /// <summary>Business days, as the calendar defines them.</summary>
    /// <param name="Count">From 0 to <see cref="MostBusinessDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public sealed record BusinessDays(int Count) : Amount
    {
        /// <summary>From 0 to <see cref="MostBusinessDays"/>.</summary>
        public int Count { get; } = Within(MostBusinessDays, Count);
    }

    /// <summary>Civil days: the same local time that many dates later, whether or not anything is open.</summary>
    /// <param name="Count">From 0 to <see cref="MostCalendarDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public sealed record CalendarDays(int Count) : Amount
    {
        /// <summary>From 0 to <see cref="MostCalendarDays"/>.</summary>
        public int Count { get; } = Within(MostCalendarDays, Count);
    }

    /// <summary>Civil months: the same local time and day that many months later, clamped to the month's end.</summary>
    /// <param name="Count">From 0 to <see cref="MostCalendarMonths"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public sealed record CalendarMonths(int Count) : Amount
    {
        /// <summary>From 0 to <see cref="MostCalendarMonths"/>.</summary>
        public int Count { get; } = Within(MostCalendarMonths, Count);
    }
}
