using NodaTime;

namespace SlaPlatform.BusinessTime.Tests;

public sealed class AmountTests
{
    [Theory]
    [InlineData("30m", "30m")]
    [InlineData("2h", "2h")]
    [InlineData("1h30m", "1h30m")]
    [InlineData("90s", "1m30s")]
    [InlineData("72h", "72h")]
    [InlineData("120m", "2h")]
    [InlineData("0m", "0m")]
    [InlineData("3 business_days", "3 business_days")]
    [InlineData("1 business_days", "1 business_day")]
    [InlineData("3 calendar_days", "3 calendar_days")]
    [InlineData("1 month", "1 month")]
    [InlineData("2 months", "2 months")]
    [InlineData("0 months", "0 months")]
    public void Parse_KnownForm_FormatsCanonically(string text, string canonical) =>
        Assert.Equal(canonical, Times.Amount(text).Format());

    [Theory]
    [InlineData("")]
    [InlineData(" 30m")]
    [InlineData("30m\n")]
    [InlineData("30")]
    [InlineData("-30m")]
    [InlineData("1.5h")]
    [InlineData("30m1h")]
    [InlineData("3 days")]
    [InlineData("3business_days")]
    [InlineData("٣ months")]
    [InlineData("99999999999999h")]
    public void Parse_UnknownForm_NamesTheField(string text) =>
        Assert.Equal("targets.resolution", Assert.Single(Amount.Parse(text, "targets.resolution").Violations).Field);

    [Theory]
    [InlineData("175201h")]
    [InlineData("999999999h")]
    [InlineData("5001 business_days")]
    [InlineData("7301 calendar_days")]
    [InlineData("241 months")]
    public void Parse_TooLarge_SaysTheBound(string text) =>
        Assert.Contains("at most", Assert.Single(Amount.Parse(text, "amount").Violations).Description, StringComparison.Ordinal);

    [Fact]
    public void Parse_VeryLongText_IsShownShort() =>
        Assert.True(Assert.Single(Amount.Parse(new string('x', 1_000_000), "amount").Violations).Description.Length < 300);

    [Fact]
    public void Constructor_OutOfBounds_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Amount.OpenTime(Duration.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Amount.OpenTime(Duration.FromMilliseconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Amount.OpenTime(Amount.MostOpenTime + Duration.FromSeconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Amount.BusinessDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Amount.CalendarDays(7301));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Amount.CalendarMonths(241));
    }
}
