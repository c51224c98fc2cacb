using System.Globalization;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>Quantities between the wire, where they are decimal texts, and the ledger.</summary>
internal static class Quantities
{
    /// <summary>The most units of one request, either way.</summary>
    public const decimal Most = 1_000_000;

    private const int MostCharacters = 32;

    /// <summary>The quantity; zero when it is missing or faulty. Its sign and step are the ledger's matter.</summary>
    public static decimal Quantity(this RequestChecks checks, string field, string text)
    {
        if (text.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, field, "It is empty; give units as a decimal such as 1.5.");
            return 0;
        }

        var isNumber = text.Length <= MostCharacters
            & decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units);
        if (!isNumber)
        {
            checks.Add(ErrorReason.InvalidQuantity, field, "It is not a decimal; give units such as 1.5, with a point and without a group sign.");
        }
        else if (Math.Abs(units) > Most)
        {
            checks.Add(ErrorReason.InvalidQuantity, field, $"It is {units}; give at most {Most} either way.");
        }
        else if (decimal.Round(units, QuantityConverter.Places) != units)
        {
            checks.Add(ErrorReason.InvalidQuantity, field, $"It is {units}; give at most {QuantityConverter.Places} decimal places.");
        }

        return isNumber ? units : 0;
    }

    /// <summary>The quantity as the contract has it, without trailing zeros.</summary>
    public static string ToWire(this decimal units) => units.ToString("0.######", CultureInfo.InvariantCulture);
}
