using Google.Protobuf.WellKnownTypes;
using Google.Type;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.Contracts.Time;
using Duration = NodaTime.Duration;
using ProtobufDuration = Google.Protobuf.WellKnownTypes.Duration;

namespace SlaPlatform.Platform.Tests.Contracts;

public sealed class TimeConversionTests
{
    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1969-12-31T23:59:59.999999999Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2026-03-08T09:30:00.000000001Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z")]
    public void ToTimestamp_WithinRange_RoundTripsToTheNanosecond(string text)
    {
        var instant = InstantPattern.ExtendedIso.Parse(text).Value;
        var timestamp = instant.ToTimestamp();

        Assert.InRange(timestamp.Nanos, 0, 999_999_999);
        Assert.Equal(instant, timestamp.ToInstant());
    }

    [Theory]
    [InlineData(-62135596801, 0)]
    [InlineData(253402300800, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1_000_000_000)]
    [InlineData(long.MinValue, 0)]
    [InlineData(long.MaxValue, 0)]
    public void TryToInstant_OutsideRange_IsFalse(long seconds, int nanos)
    {
        var timestamp = new Timestamp { Seconds = seconds, Nanos = nanos };

        Assert.False(timestamp.TryToInstant(out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => timestamp.ToInstant());
    }

    [Fact]
    public void ToTimestamp_BeforeTheYearOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Instant.MinValue.ToTimestamp());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(-90, -500_000_000)]
    [InlineData(86_400, 1)]
    [InlineData(315_576_000_000, 0)]
    [InlineData(-315_576_000_000, 0)]
    public void ToNodaDuration_Sound_RoundTrips(long seconds, int nanos)
    {
        var duration = new ProtobufDuration { Seconds = seconds, Nanos = nanos };

        Assert.Equal(duration, duration.ToNodaDuration().ToProtobufDuration());
    }

    [Theory]
    [InlineData(1, -1)]
    [InlineData(-1, 1)]
    [InlineData(0, 1_000_000_000)]
    [InlineData(315_576_000_001, 0)]
    [InlineData(long.MinValue, 0)]
    public void TryToNodaDuration_Unsound_IsFalse(long seconds, int nanos) =>
        Assert.False(new ProtobufDuration { Seconds = seconds, Nanos = nanos }.TryToNodaDuration(out _));

    [Fact]
    public void ToProtobufDuration_TooLong_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Duration.MaxValue.ToProtobufDuration());

    [Fact]
    public void ToLocalDate_LeapDay_RoundTrips()
    {
        var date = new Date { Year = 2028, Month = 2, Day = 29 };

        Assert.Equal(new LocalDate(2028, 2, 29), date.ToLocalDate());
        Assert.Equal(date, date.ToLocalDate().ToDate());
    }

    [Theory]
    [InlineData(2026, 2, 29)]
    [InlineData(2026, 13, 1)]
    [InlineData(2026, 4, 0)]
    [InlineData(0, 4, 1)]
    [InlineData(10_000, 1, 1)]
    public void TryToLocalDate_NoFullDate_IsFalse(int year, int month, int day) =>
        Assert.False(new Date { Year = year, Month = month, Day = day }.TryToLocalDate(out _));

    [Fact]
    public void ToIsoDayOfWeek_EveryWeekday_RoundTrips() => Assert.All(
        System.Enum.GetValues<Google.Type.DayOfWeek>(),
        day => Assert.Equal(day, day.ToIsoDayOfWeek().ToProtobufDayOfWeek()));

    [Fact]
    public void ToIsoDayOfWeek_UnknownNumber_IsNone() => Assert.Equal(IsoDayOfWeek.None, ((Google.Type.DayOfWeek)8).ToIsoDayOfWeek());
}
