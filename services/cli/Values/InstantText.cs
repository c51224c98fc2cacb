using NodaTime;
using NodaTime.Text;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Values;

/// <summary>Instants as people write and read them.</summary>
internal static class InstantText
{
    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'sso<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mmo<Z+HH:mm>"),
    ];

    private static readonly LocalDateTimePattern[] Local =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm"),
    ];

    private static readonly ZonedDateTimePattern Whole =
        ZonedDateTimePattern.CreateWithInvariantCulture("ddd uuuu'-'MM'-'dd HH':'mm':'ss o<Z+HH:mm>", null);

    private static readonly ZonedDateTimePattern Fraction =
        ZonedDateTimePattern.CreateWithInvariantCulture("ddd uuuu'-'MM'-'dd HH':'mm':'ss'.'fff o<Z+HH:mm>", null);

    /// <summary>
    /// Reads ISO 8601 with an offset or <c>Z</c>, the same without one in <paramref name="zone"/>, or <c>now</c>. A local time that a spring change
    /// leaves out moves forward by the gap; one that an autumn change repeats is its first occurrence.
    /// </summary>
    public static Instant Parse(string field, string text, DateTimeZone? zone, Instant now)
    {
        if (text == "now")
        {
            return now;
        }

        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text) is { Success: true, Value: var value })
            {
                return value.ToInstant();
            }
        }

        foreach (var pattern in Local)
        {
            if (pattern.Parse(text) is { Success: true, Value: var value })
            {
                return zone is not null
                    ? value.InZoneLeniently(zone).ToInstant()
                    : throw new UsageException(field, $"'{text}' has neither an offset nor a zone.", $"Write {text}Z for UTC, or add --zone Europe/Paris.");
            }
        }

        throw new UsageException(field, $"'{text}' is not a time.", "Write it as 2026-03-06T17:30:00-07:00, 2026-03-06T17:30 with --zone, or now.");
    }

    public static string Show(Instant instant, DateTimeZone zone) =>
        (instant.ToUnixTimeMilliseconds() % 1000 == 0 ? Whole : Fraction).Format(instant.InZone(zone));
}
