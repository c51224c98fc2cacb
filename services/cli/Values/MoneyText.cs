using System.Globalization;
using Google.Type;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Values;

/// <summary>Money as people write and read it: <c>"1200.50 EUR"</c>.</summary>
internal static class MoneyText
{
    private const int NanosInUnit = 1_000_000_000;

    public static Money Parse(string field, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isAmount = decimal.TryParse(words.FirstOrDefault(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount);
        if (words.Length != 2 || !isAmount || Math.Abs(amount) > long.MaxValue / 2m)
        {
            throw new UsageException(field, $"'{text}' is not an amount of money.", "Write it as \"1200.50 EUR\", with a point and the currency's code.");
        }

        var units = decimal.Truncate(amount);
        return new Money { CurrencyCode = words[1].ToUpperInvariant(), Units = (long)units, Nanos = (int)((amount - units) * NanosInUnit) };
    }

    public static string Show(Money? money) => money is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{money.Units + ((decimal)money.Nanos / NanosInUnit):0.00#######} {money.CurrencyCode}");
}
