using NodaTime;
using SlaPlatform.Engine.Triage.Releases;

namespace SlaPlatform.Engine.Tests.Triage.Releases;

public sealed class VersionStandingTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly ReleasedVersion[] Releases =
    [
        new("12.9", Day(0), Day(100)),
        new("13.0", Day(50), null),
        new("13.1", Day(80), Day(95)),
        new("14.0", Day(200), null),
    ];

    [Theory]
    [InlineData("12.9", 99, "Supported")]
    [InlineData("12.9", 100, "Unsupported 13.0")]
    [InlineData("13.1", 94, "Supported")]
    [InlineData("13.1", 95, "Unsupported 13.0")]
    [InlineData("13.1", 201, "Unsupported 14.0")]
    [InlineData("14.0", 199, "Unknown")]
    [InlineData("14.0", 200, "Supported")]
    [InlineData("11.0", 10, "Unknown")]
    [InlineData("13.0", -1, "Unrecorded")]
    public void Of_VersionAtADay_StandsAsItsReleaseSays(string version, int day, string expected)
    {
        var standing = VersionStanding.Of(Releases, version, Day(day));

        Assert.Equal(expected, standing is VersionStanding.Unsupported unsupported ? $"Unsupported {unsupported.UpgradeTo}" : standing.GetType().Name);
    }

    [Fact]
    public void Of_NoVersionIsSupportedAnyMore_HasNoneToUpgradeTo() =>
        Assert.Equal(new VersionStanding.Unsupported(null), VersionStanding.Of([new("1.0-RC", Day(0), Day(1))], "1.0-rc", Day(2)));

    private static Instant Day(int day) => Start + Duration.FromDays(day);
}
