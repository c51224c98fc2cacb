using NodaTime;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Tests.Availability;

public sealed class AvailabilityStatementTests
{
    private static readonly FeatureValue.Availability Promise = new(99.5m, "month", 10);
    private static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 0, 0);

    [Fact]
    public void New_OverlappingRecords_EachInstantCountsOnce()
    {
        var statement = Of(new MonthIntervals { Service = [Hours(0, 720)], Scheduled = [Hours(10, 14), Hours(12, 20)], Down = [Hours(100, 102), Hours(101, 103), Hours(13, 21)] });

        Assert.Equal([Hours(10, 20)], statement.Maintenance);
        Assert.Equal([Hours(20, 21), Hours(100, 103)], statement.Downtime);
        Assert.Equal(99.4366m, statement.Figure!.Percent);
    }

    [Fact]
    public void New_EmergencyMaintenance_IsNoDowntimeAndLessensNoHours()
    {
        var statement = Of(new MonthIntervals { Service = [Hours(0, 720)], Emergency = [Hours(10, 12)], Down = [Hours(9, 13)] });

        Assert.Empty(statement.Maintenance);
        Assert.Equal([Hours(9, 10), Hours(12, 13)], statement.Downtime);
    }

    [Fact]
    public void New_BeyondTheServiceHours_DoesNotCount()
    {
        var statement = Of(new MonthIntervals { Service = [Hours(0, 100), Hours(200, 300)], Scheduled = [Hours(-5, 5)], Down = [Hours(90, 210), Hours(299, 400)] });

        Assert.Equal([Hours(0, 5)], statement.Maintenance);
        Assert.Equal([Hours(90, 100), Hours(200, 210), Hours(299, 300)], statement.Downtime);
    }

    [Fact]
    public void New_MaintenanceAllMonth_HasNoFigure() => Assert.Null(Of(new MonthIntervals { Service = [Hours(0, 720)], Scheduled = [Hours(-1, 721)] }).Figure);

    [Theory]
    [InlineData(0)]
    [InlineData(747)]
    public void New_NoMonthOfHours_Throws(int hours) =>
        Assert.Throws<ArgumentException>(() => Of(new MonthIntervals { Service = hours == 0 ? [] : [Hours(0, hours)] }));

    [Theory]
    [InlineData("none", null)]
    [InlineData("30 calendar_days", "2026-07-30")]
    [InlineData("2 months", "2026-08-30")]
    public void LastDay_ByClaimWindow_CountsFromTheMonthsLastDay(string window, string? expected)
    {
        var rules = CreditRules.Read(new Dictionary<string, string> { ["claim_window"] = window }).OrThrow();

        Assert.Equal(expected, rules.LastDay(new YearMonth(2026, 6))?.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void Read_UnknownClaimWindow_IsRefused() =>
        Assert.Equal("claim_window", Assert.Single(CreditRules.Read(new Dictionary<string, string> { ["claim_window"] = "8h" }).Violations).Field);

    [Theory]
    [InlineData("EUR", 1234.55, 123.46)]
    [InlineData("JPY", 12345, 1235)]
    public void Amount_OfAFee_IsRoundedHalfUpToTheMinorUnit(string currency, decimal fee, decimal expected) =>
        Assert.Equal(expected, CreditRules.Amount(10, fee, Currency.Find(currency)!));

    private static Interval Hours(int from, int to) => new(Start + Duration.FromHours(from), Start + Duration.FromHours(to));

    private static AvailabilityStatement Of(MonthIntervals intervals) => new(intervals, Promise);
}
