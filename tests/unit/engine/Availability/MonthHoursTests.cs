using NodaTime;
using SlaPlatform.Engine.Availability;

namespace SlaPlatform.Engine.Tests.Availability;

public sealed class MonthHoursTests
{
    [Theory]
    [InlineData(0, 0, 0, "service_duration")]
    [InlineData(-1, 0, 0, "service_duration")]
    [InlineData(747, 0, 0, "service_duration")]
    [InlineData(720, -1, 0, "maintenance_duration")]
    [InlineData(720, 720, 0, "maintenance_duration")]
    [InlineData(720, 721, 0, "maintenance_duration")]
    [InlineData(720, 0, -1, "downtime_duration")]
    [InlineData(720, 10, 711, "downtime_duration")]
    public void Of_HoursOutOfBounds_NamesTheField(int service, int maintenance, int downtime, string field) =>
        Assert.Equal(field, Assert.Single(Of(service, maintenance, downtime).Violations).Field);

    [Fact]
    public void Of_SeveralNegative_NamesEach() =>
        Assert.Equal(["service_duration", "maintenance_duration", "downtime_duration"], Of(-1, -1, -1).Violations.Select(violation => violation.Field));

    [Fact]
    public void Of_TheLongestMonthDownThroughout_IsSound() => Assert.True(Of(746, 5, 741).IsValid);

    [Fact]
    public void LongestMonth_OctoberOfTroll_IsIt()
    {
        var troll = DateTimeZoneProviders.Tzdb["Antarctica/Troll"];

        Assert.Equal(MonthHours.LongestMonth, troll.AtStartOfDay(new LocalDate(2026, 11, 1)).ToInstant() - troll.AtStartOfDay(new LocalDate(2026, 10, 1)).ToInstant());
    }

    private static BusinessTime.Validated<MonthHours> Of(int service, int maintenance, int downtime) =>
        MonthHours.Of(Duration.FromHours(service), Duration.FromHours(maintenance), Duration.FromHours(downtime));
}
