using NodaTime;
using static SlaPlatform.BusinessTime.Tests.Times;

namespace SlaPlatform.BusinessTime.Tests;

public sealed class CivilTimeTests
{
    [Fact]
    public void AtLocal_RepeatedReading_IsItsFirstOccurrence() =>
        Assert.Equal(Utc("2026-10-25T00:30:00Z"), CivilTime.AtLocal(new(2026, 10, 25, 2, 30), Zone("Europe/Brussels")));

    [Fact]
    public void AtLocal_SkippedReading_MovesForwardByTheGap()
    {
        Assert.Equal(Utc("2026-03-29T01:30:00Z"), CivilTime.AtLocal(new(2026, 3, 29, 2, 30), Zone("Europe/Brussels")));
        Assert.Equal("2011-12-31 12:00", Reading(CivilTime.AtLocal(new(2011, 12, 30, 12, 0), Zone("Pacific/Apia")), "Pacific/Apia"));
    }

    [Fact]
    public void AddDays_ZeroInTheSecondPass_StaysThere()
    {
        var second = Utc("2026-10-25T01:30:00Z");

        Assert.Equal(second, CivilTime.AddDays(second, 0, Zone("Europe/Brussels")));
        Assert.Equal(second, CivilTime.AddMonths(second, 0, Zone("Europe/Brussels")));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(109_000)]
    public void AddDays_OutsideTheRange_IsRefused(int count)
    {
        Assert.Throws<CalendarHorizonException>(() => CivilTime.AddDays(Utc("2026-06-01T00:00:00Z"), count, DateTimeZone.Utc));
        Assert.Throws<CalendarHorizonException>(() => CivilTime.AddMonths(Utc("2026-06-01T00:00:00Z"), count, DateTimeZone.Utc));
    }
}
