using NodaTime;

namespace SlaPlatform.BusinessTime.Tests;

public sealed class TimeOfDayTests
{
    [Theory]
    [InlineData("00:00")]
    [InlineData("09:05")]
    [InlineData("23:59")]
    [InlineData("24:00")]
    [InlineData("09:05:07")]
    public void Parse_Reading_FormatsBack(string text) => Assert.Equal(text, Times.Clock(text).ToString());

    [Theory]
    [InlineData("9:00")]
    [InlineData("24:01")]
    [InlineData("25:00")]
    [InlineData("09:60")]
    [InlineData("09.00")]
    [InlineData("")]
    [InlineData(" 09:00")]
    public void Parse_NoReading_NamesTheField(string text) =>
        Assert.Equal("windows[0].open", Assert.Single(TimeOfDay.Parse(text, "windows[0].open").Violations).Field);

    [Fact]
    public void FromLocalTime_SameReading_IsEqual() => Assert.Equal(Times.Clock("09:30"), TimeOfDay.FromLocalTime(new LocalTime(9, 30)));
}
