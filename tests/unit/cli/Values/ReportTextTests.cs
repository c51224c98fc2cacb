using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Tests.Values;

public sealed class ReportTextTests
{
    [Fact]
    public void Build_FieldsOfEveryKind_AreSet() => Assert.Equal(
        new IncidentReport
        {
            Availability = Availability.NotServingContent,
            LastGoodBackup = LastGoodBackup.OlderThan48Hours,
            Cause = Cause.ThirdParty,
            WhatFails = "login = dead",
            StartTime = new() { Seconds = 0 },
        },
        ReportText.Build("--report", ["availability=not_serving_content", "last_good_backup=older_than_48_hours", "cause=third_party", "what_fails=login = dead", "start_time=1970-01-01T00:00:00Z"], null, Instant.MinValue));

    [Fact]
    public void Build_Nothing_IsNoReport() => Assert.Null(ReportText.Build("--report", [], null, Instant.MinValue));

    [Fact]
    public void Build_AFieldTwice_IsRefused()
    {
        var refused = Assert.Throws<UsageException>(() => ReportText.Build("--report", ["what-fails=login", "what_fails=search"], null, Instant.MinValue));

        Assert.Contains("more than once (login, search)", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weather=bad")]
    [InlineData("availability=broken")]
    [InlineData("availability=unspecified")]
    [InlineData("availability")]
    public void Build_Otherwise_IsRefused(string text) => Assert.Throws<UsageException>(() => ReportText.Build("--report", [text], null, Instant.MinValue));

    [Theory]
    [InlineData("environment", "REPORT_ENVIRONMENT_PRODUCTION", "production")]
    [InlineData("availability", "DOWN", "DOWN")]
    [InlineData("unknown", "X", "X")]
    public void Word_EnumValue_IsAsItIsWritten(string field, string value, string word) => Assert.Equal(word, ReportText.Word(field, value));
}
