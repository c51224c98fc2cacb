using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;

namespace SlaPlatform.Cli.Tests.Values;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("30m", "30 m")]
    [InlineData("1h30m", "1 h 30 m")]
    [InlineData("90 minutes", "1 h 30 m")]
    [InlineData("0m", "0 m")]
    [InlineData("45s", "45 s")]
    [InlineData("3 business_days", "3 business days")]
    [InlineData("3 business days", "3 business days")]
    [InlineData("1bd", "1 business day")]
    [InlineData("7 calendar_days", "7 calendar days")]
    [InlineData("7cd", "7 calendar days")]
    [InlineData("1 month", "1 month")]
    [InlineData("2mo", "2 months")]
    public void Parse_Form_ReadsAsMeant(string text, string shown) => Assert.Equal(shown, AmountText.Show(AmountText.Parse("--amount", text)));

    [Theory]
    [InlineData("3 days")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("-1h")]
    [InlineData("99999999999999999999h")]
    public void Parse_Otherwise_IsRefused(string text) => Assert.Throws<UsageException>(() => AmountText.Parse("--amount", text));
}
