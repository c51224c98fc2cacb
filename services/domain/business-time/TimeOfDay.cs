using System.Globalization;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// A wall-clock reading from 00:00 up to and including 24:00, the end of a date, which <see cref="LocalTime"/> cannot say.
/// Compared by position in the day; <c>default</c> is 00:00.
/// </summary>
public readonly record struct TimeOfDay
{
    private TimeOfDay(long nanoseconds) => SinceMidnight = nanoseconds;

    /// <summary>24:00, the end of a date.</summary>
    public static TimeOfDay EndOfDay => new(NodaConstants.NanosecondsPerDay);

    /// <summary>Whether this is 24:00.</summary>
    public bool IsEndOfDay => SinceMidnight == NodaConstants.NanosecondsPerDay;

    internal long SinceMidnight { get; }

    /// <summary>The same reading as a <see cref="LocalTime"/>, which is never 24:00.</summary>
    public static TimeOfDay FromLocalTime(LocalTime time) => new(time.NanosecondOfDay);

    /// <summary>The same reading as a <see cref="LocalTime"/>, which is never 24:00.</summary>
    public static implicit operator TimeOfDay(LocalTime time) => FromLocalTime(time);

    /// <summary>Reads <c>HH:MM</c> or <c>HH:MM:SS</c>, 00:00 to 24:00, always two digits each.</summary>
    /// <param name="text">The text; nothing around it is skipped.</param>
    /// <param name="field">The field a violation names.</param>
    public static Validated<TimeOfDay> Parse(string text, string field)
    {
        if (text is "24:00" or "24:00:00")
        {
            return Validated.Valid(EndOfDay);
        }

        return TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? Validated.Valid(new TimeOfDay(time.Ticks * NodaConstants.NanosecondsPerTick))
            : Validated.Invalid<TimeOfDay>(new Violation(field, $"\"{Shown.Text(text)}\" is not a time of day; write HH:MM from 00:00 to 24:00."));
    }

    /// <summary>The reading as <c>HH:MM</c>, with <c>:SS</c> and a fraction only where there is one.</summary>
    public override string ToString()
    {
        if (IsEndOfDay)
        {
            return "24:00";
        }

        var time = LocalTime.FromNanosecondsSinceMidnight(SinceMidnight);
        var pattern = SinceMidnight % NodaConstants.NanosecondsPerMinute == 0 ? "HH:mm" : "HH:mm:ss;FFFFFFFFF";
        return time.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
