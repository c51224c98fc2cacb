namespace SlaPlatform.Engine.Currencies;

/// <summary>A currency that amounts are paid in.</summary>
public sealed record Currency
{
    private Currency(string code, int minorDigits)
    {
        Code = code;
        MinorDigits = minorDigits;
    }

    /// <summary>Three capital letters (ISO 4217).</summary>
    public string Code { get; }

    /// <summary>Decimal places of the smallest amount that is paid, 0 to 4 (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD.</summary>
    public int MinorDigits { get; }

    /// <summary>The currency with a code.</summary>
    /// <param name="code">Three capital letters; nothing around them is skipped.</param>
    /// <returns>Null when ISO 4217 has no such code, or it has no minor unit (metals, test codes).</returns>
    public static Currency? Find(string code) => Iso4217.MinorDigits.TryGetValue(code, out var digits) ? new Currency(code, digits) : null;
}
