using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>The fields of a calendar's own checks as the proto spells them, and what sort of fault each is.</summary>
internal static class CalendarFaults
{
    public static (string Field, ErrorReason Reason) Of(string field) => field switch
    {
        "zone" => ("time_zone", ErrorReason.UnknownTimeZone),
        "windows" => (field, ErrorReason.CalendarNeverOpens),
        _ when field.EndsWith(".open", StringComparison.Ordinal) || field.EndsWith(".close", StringComparison.Ordinal) || field.EndsWith(".day", StringComparison.Ordinal)
            => (field, ErrorReason.InvalidWindow),
        _ when field.EndsWith(']') && field.Contains("windows[", StringComparison.Ordinal) => (field, ErrorReason.OverlappingWindows),
        _ when field.EndsWith(".name", StringComparison.Ordinal) => (field[..^".name".Length] + ".label", ErrorReason.InvalidCalendar),
        _ => (field, ErrorReason.InvalidCalendar),
    };
}
