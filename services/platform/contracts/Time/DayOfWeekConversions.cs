using NodaTime;
using ProtobufDayOfWeek = Google.Type.DayOfWeek;

namespace SlaPlatform.Contracts.Time;

/// <summary>Between protobuf weekdays and ISO weekdays.</summary>
public static class DayOfWeekConversions
{
    /// <summary>The weekday; <see cref="IsoDayOfWeek.None"/> when unspecified or unknown.</summary>
    public static IsoDayOfWeek ToIsoDayOfWeek(this ProtobufDayOfWeek day) =>
        day is >= ProtobufDayOfWeek.Monday and <= ProtobufDayOfWeek.Sunday ? (IsoDayOfWeek)(int)day : IsoDayOfWeek.None;

    /// <summary>The weekday as a protobuf one; unspecified for <see cref="IsoDayOfWeek.None"/>.</summary>
    public static ProtobufDayOfWeek ToProtobufDayOfWeek(this IsoDayOfWeek day) => (ProtobufDayOfWeek)(int)day;
}
