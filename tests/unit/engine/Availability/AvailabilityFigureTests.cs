using NodaTime;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Tests.Availability;

public sealed class AvailabilityFigureTests
{
    private static readonly FeatureValue.Availability Promise = new(99.5m, "month", 10);

    [Theory]
    [InlineData(720, 10, 13_320, "99.4789", true)]
    [InlineData(720, 10, 12_600, "99.5070", false)]
    [InlineData(744, 0, 13_392, "99.5000", false)]
    [InlineData(744, 0, 13_428, "99.4987", true)]
    [InlineData(744, 0, 0, "100.0000", false)]
    [InlineData(744, 0, 2_678_400, "0.0000", true)]
    public void New_WorkedMonth_GivesFigureAndCredit(int service, int maintenance, int downSeconds, string percent, bool breached)
    {
        var figure = Of(Duration.FromHours(service), Duration.FromHours(maintenance), Duration.FromSeconds(downSeconds));

        Assert.Equal(percent, figure.Percent.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((breached, breached ? 10m : null, 99.5m), (figure.IsBreached, figure.CreditPercent, figure.GuaranteePercent));
    }

    [Fact]
    public void New_ANanosecondBelow_IsBreachedThoughItReadsAsTheGuarantee()
    {
        var figure = Of(Duration.FromHours(744), Duration.Zero, Duration.FromSeconds(13_392) + Duration.FromNanoseconds(1));

        Assert.Equal((99.5m, true), (figure.Percent, figure.IsBreached));
    }

    [Theory]
    [InlineData(31, "99.9923")]
    [InlineData(5, "99.9988")]
    public void New_HalfwayBetweenTwoReadings_RoundsUp(int downSeconds, string percent)
    {
        var figure = Of(Duration.FromSeconds(400_000), Duration.Zero, Duration.FromSeconds(downSeconds));

        Assert.Equal(percent, figure.Percent.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static AvailabilityFigure Of(Duration service, Duration maintenance, Duration downtime) =>
        new(MonthHours.Of(service, maintenance, downtime).OrThrow(), Promise);
}
