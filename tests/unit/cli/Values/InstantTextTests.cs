using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;

namespace SlaPlatform.Cli.Tests.Values;

public sealed class InstantTextTests
{
    private static readonly DateTimeZone Denver = DateTimeZoneProviders.Tzdb["America/Denver"];

    [Theory]
    [InlineData("2026-03-06T17:30:00-07:00")]
    [InlineData("2026-03-07T00:30:00Z")]
    [InlineData("2026-03-07T00:30Z")]
    [InlineData("2026-03-06T17:30")]
    [InlineData("2026-03-06 17:30:00")]
    public void Parse_EveryForm_IsTheSameInstant(string text) =>
        Assert.Equal(Instant.FromUtc(2026, 3, 7, 0, 30), InstantText.Parse("--at", text, Denver, Instant.MinValue));

    [Fact]
    public void Parse_LocalTimeInASpringGap_MovesForward() =>
        Assert.Equal(Instant.FromUtc(2026, 3, 8, 9, 30), InstantText.Parse("--at", "2026-03-08T02:30", Denver, Instant.MinValue));

    [Fact]
    public void Parse_LocalTimeRepeatedInAutumn_IsItsFirstOccurrence() =>
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 7, 30), InstantText.Parse("--at", "2026-11-01T01:30", Denver, Instant.MinValue));

    [Fact]
    public void Parse_LocalTimeWithoutZone_AsksForOne()
    {
        var refused = Assert.Throws<UsageException>(() => InstantText.Parse("--at", "2026-03-06T17:30", null, Instant.MinValue));
        Assert.Contains("--zone", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_Instant_IsLocalWithWeekdayAndOffset() =>
        Assert.Equal("Fri 2026-03-06 17:30:00 -07:00", InstantText.Show(Instant.FromUtc(2026, 3, 7, 0, 30), Denver));
}
