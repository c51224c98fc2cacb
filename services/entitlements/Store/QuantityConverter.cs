using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SlaPlatform.Entitlements.Store;

/// <summary>Units of an allowance as whole millionths, so that databases compare and add them exactly.</summary>
internal sealed class QuantityConverter() : ValueConverter<decimal, long>(units => ToMillionths(units), stored => stored / (decimal)Scale)
{
    /// <summary>The most decimal places that a quantity can have.</summary>
    public const int Places = 6;

    private const long Scale = 1_000_000;

    private static long ToMillionths(decimal units)
    {
        var scaled = units * Scale;
        return scaled == decimal.Truncate(scaled) ? decimal.ToInt64(scaled) : throw new InvalidOperationException($"{units} has more than {Places} decimal places.");
    }
}
