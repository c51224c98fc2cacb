using CsCheck;
using NodaTime;
using SlaPlatform.Engine.Availability;

namespace SlaPlatform.Engine.Tests.Availability;

public sealed class ExcludedTimeTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 0, 0);

    [Fact]
    public void Rest_DowntimeGrewOnBothSides_CountsWhatWasNotDecidedOn() =>
        Assert.Equal([Hours(0, 2), Hours(4, 5)], ExcludedTime.Rest([Hours(0, 5)], [Excluded(2, 4)]));

    [Fact]
    public void Rest_LastingWhenDecided_IsOutToTheEndOfThatDowntimeAlone() =>
        Assert.Equal([Hours(0, 1), Hours(8, 9)], ExcludedTime.Rest([Hours(8, 9), Hours(0, 1), Hours(2, 6)], [Excluded(2, null)]));

    [Fact]
    public void Rest_LastingAndItsStartMovedOn_IsOutStill() => Assert.Empty(ExcludedTime.Rest([Hours(3, 6)], [Excluded(2, null)]));

    [Fact]
    public void Rest_NothingLeftOfIt_TakesNothingOut() => Assert.Equal([Hours(0, 1)], ExcludedTime.Rest([Hours(0, 1)], [Excluded(2, 4), Excluded(5, null)]));

    [Fact]
    public void Rest_AnyIntervals_IsWhatAClockHourByHourSays() =>
        Gen.Select(Intervals, Intervals).Sample((down, excluded) =>
        {
            var rest = ExcludedTime.Rest([.. down.Select(span => Hours(span.From, span.To))], excluded.Select(span => Excluded(span.From, span.To)));

            for (var hour = 0; hour < 48; hour++)
            {
                var isDown = down.Any(span => span.From <= hour && hour < span.To) && !excluded.Any(span => span.From <= hour && hour < span.To);
                Assert.Equal(isDown ? 1 : 0, rest.Count(span => span.Contains(Start + Duration.FromHours(hour))));
            }

            Assert.All(rest.Zip(rest.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        });

    private static Gen<(int From, int To)[]> Intervals => Gen.Select(Gen.Int[0, 40], Gen.Int[1, 8]).Select((from, length) => (from, from + length)).Array[0, 6];

    private static Interval Hours(int from, int to) => new(Start + Duration.FromHours(from), Start + Duration.FromHours(to));

    private static ExcludedTime Excluded(int from, int? to) => new(Start + Duration.FromHours(from), to is { } end ? Start + Duration.FromHours(end) : null);
}
