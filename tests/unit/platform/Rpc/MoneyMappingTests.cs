using System.Globalization;
using Google.Type;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class MoneyMappingTests
{
    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(36_000, 0, "36000")]
    [InlineData(9525, 550_000_000, "9525.55")]
    [InlineData(-1, -5, "-1.000000005")]
    [InlineData(0, -10_000_000, "-0.01")]
    [InlineData(long.MaxValue, 999_999_999, "9223372036854775807.999999999")]
    public void RequiredMoney_SoundAmount_IsReadAndWrittenExactly(long units, int nanos, string amount)
    {
        var given = new Money { CurrencyCode = "EUR", Units = units, Nanos = nanos };
        var checks = new RequestChecks();

        var read = checks.RequiredMoney("fee", given)!.Value;

        Assert.Equal((decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.Find("EUR")), read);
        Assert.Equal(given, read.Currency.ToMoney(read.Amount));
    }

    [Theory]
    [InlineData("EUR", 1, -1, "fee.nanos", ErrorReason.FieldOutOfRange)]
    [InlineData("EUR", -1, 1, "fee.nanos", ErrorReason.FieldOutOfRange)]
    [InlineData("EUR", 0, 1_000_000_000, "fee.nanos", ErrorReason.FieldOutOfRange)]
    [InlineData("", 1, 0, "fee.currency_code", ErrorReason.FieldRequired)]
    [InlineData("XXX", 1, 0, "fee.currency_code", ErrorReason.UnknownCurrency)]
    public void RequiredMoney_FaultyAmount_NamesTheField(string currency, long units, int nanos, string field, ErrorReason reason)
    {
        var checks = new RequestChecks();

        Assert.Null(checks.RequiredMoney("fee", new Money { CurrencyCode = currency, Units = units, Nanos = nanos }));
        Assert.Equal((field, reason), (Assert.Single(checks.Violations).Field, checks.Violations[0].Reason));
    }

    [Fact]
    public void RequiredMoney_Missing_IsRequired()
    {
        var checks = new RequestChecks();

        Assert.Null(checks.RequiredMoney("fee", null));
        Assert.Equal(("fee", ErrorReason.FieldRequired), (Assert.Single(checks.Violations).Field, checks.Violations[0].Reason));
    }
}
