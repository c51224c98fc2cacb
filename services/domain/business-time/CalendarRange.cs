using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>The bounds within which calendars answer.</summary>
public static class CalendarRange
{
    /// <summary>The first instant a question may name.</summary>
    public static Instant Earliest { get; } = Instant.FromUtc(1900, 1, 1, 0, 0);

    /// <summary>The last instant a question or an answer may name, inclusive.</summary>
    public static Instant Latest { get; } = Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>How far apart question and answer, or the ends of a question, may lie: 7,305 days (20 years).</summary>
    public static Duration Horizon { get; } = Duration.FromDays(7305);

    internal static long First { get; } = Unchecked(Earliest);

    internal static long Last { get; } = Unchecked(Latest);

    internal static long HorizonNanoseconds { get; } = Horizon.ToInt64Nanoseconds();

    /// <summary>The instant as nanoseconds of the Unix epoch, which hold the whole range in 64 bits.</summary>
    internal static long Nanoseconds(Instant instant) =>
        instant >= Earliest && instant <= Latest ? Unchecked(instant) : throw Outside(instant);

    internal static Instant ToInstant(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

    internal static Instant Checked(Instant instant) =>
        instant >= Earliest && instant <= Latest ? instant : throw Outside(instant);

    private static long Unchecked(Instant instant) => (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    private static CalendarHorizonException Outside(Instant instant) =>
        new($"{instant} is outside the supported range; use instants from 1900-01-01 to 2200-01-01 UTC.");
}
