using NodaTime;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Portfolios;

namespace SlaPlatform.Engine.Tests.Portfolios;

public sealed class AttainmentTests
{
    [Theory]
    [InlineData(0, 0, 0, null)]
    [InlineData(1, 0, 0, "100")]
    [InlineData(0, 1, 1, "0")]
    [InlineData(2, 1, 0, "66.67")]
    [InlineData(1_000_000, 1, 0, "99.99")]
    [InlineData(1, 0, 1_000_000, "0.01")]
    public void Percent_OfDecided_IsRoundedButNeverToAWholeThatIsNot(int met, int late, int breached, string? expected) =>
        Assert.Equal(expected, new AttainmentCounts(met, late, breached, Open: 7, Exempt: 9).Percent?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void With_EveryState_IsCountedOnce()
    {
        var counts = Enum.GetValues<MilestoneState>().Aggregate(new AttainmentCounts(), (sum, state) => sum.With(state));

        Assert.Equal(new AttainmentCounts(1, 1, 1, Open: 2, 1, 1, 1, 1), counts);
    }

    [Fact]
    public void Sum_DowntimeOverTwoMonthsAndAShortOne_GivesACreditForEachMonthBelow()
    {
        var promise = new FeatureValue.Availability(99.5m, "month", 10);
        Interval[] down =
        [
            new(Instant.FromUtc(2026, 5, 31, 12, 0), Instant.FromUtc(2026, 6, 1, 12, 0)),
            // Four hours of July's 744 are 0.54 %, three are not.
            new(Instant.FromUtc(2026, 7, 10, 0, 0), Instant.FromUtc(2026, 7, 10, 3, 0)),
            new(Instant.FromUtc(2026, 8, 10, 0, 0), Instant.FromUtc(2026, 8, 10, 4, 0)),
        ];

        Assert.Equal(3 * 12.35m, Sum(Instant.FromUtc(2026, 9, 1, 0, 0)));
        // August is not over yet.
        Assert.Equal(2 * 12.35m, Sum(Instant.FromUtc(2026, 9, 1, 0, 0) - Duration.Epsilon));

        decimal Sum(Instant until) => PastCredits.Sum(down, until, promise, DateTimeZone.Utc, 123.45m, Currency.Find("EUR")!);
    }
}
