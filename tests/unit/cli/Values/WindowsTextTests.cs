using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;

namespace SlaPlatform.Cli.Tests.Values;

public sealed class WindowsTextTests
{
    [Fact]
    public void Parse_RangesAndDays_AreWrittenOut() => Assert.Equal(
        ["Friday 09:00-18:00", "Saturday 09:00-18:00", "Sunday 09:00-18:00", "Monday 09:00-18:00", "Wednesday 22:00-24:00"],
        WindowsText.Parse("--windows", "fri-mon 09:00-18:00, wed 22:00-24:00").Select(written => $"{written.Window.Day} {written.Window.Open}-{written.Window.Close}"));

    [Fact]
    public void Parse_Ranges_KeepWhatWasTyped() => Assert.Equal(
        [("fri-sat 09:00-18:00", "fri"), ("fri-sat 09:00-18:00", "sat"), ("wed 22:00-24:00", "wed")],
        WindowsText.Parse("--windows", "fri-sat 09:00-18:00, wed 22:00-24:00").Select(written => (written.Text, written.Day)));

    [Theory]
    [InlineData("")]
    [InlineData("mon")]
    [InlineData("mon 9-18")]
    [InlineData("someday 09:00-18:00")]
    public void Parse_Otherwise_IsRefused(string text) => Assert.Throws<UsageException>(() => WindowsText.Parse("--windows", text).ToArray());
}
