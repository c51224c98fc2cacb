using NodaTime;
using NodaTime.Text;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>How times are stored: ISO text that keeps every nanosecond.</summary>
internal static class Times
{
    public static string Write(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static string? Write(Instant? instant) => instant is { } known ? Write(known) : null;

    public static Instant Read(string? text) => InstantPattern.ExtendedIso.Parse(text ?? throw Missing()).Value;

    public static Instant? ReadOptional(string? text) => text is null ? null : Read(text);

    public static string Write(Duration duration) => DurationPattern.Roundtrip.Format(duration);

    public static Duration ReadDuration(string text) => DurationPattern.Roundtrip.Parse(text).Value;

    private static JournalFormatException Missing() => new("A stored record lacks a time that it must have.");
}
