using SlaPlatform.Engine.Currencies;

namespace SlaPlatform.Engine.Tests.Currencies;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    public void Find_Iso4217Code_KnowsItsMinorUnit(string code, int digits) => Assert.Equal(digits, Currency.Find(code)?.MinorDigits);

    [Theory]
    [InlineData("")]
    [InlineData("eur")]
    [InlineData("EUR ")]
    [InlineData("XAU")]
    [InlineData("ZZZ")]
    public void Find_AnythingElse_IsNull(string code) => Assert.Null(Currency.Find(code));
}
