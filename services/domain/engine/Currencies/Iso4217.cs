using System.Collections.Frozen;

namespace SlaPlatform.Engine.Currencies;

/// <summary>The currencies and funds of ISO 4217 that have a minor unit, with its decimal places.</summary>
internal static class Iso4217
{
    private const string None = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string Two =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK "
        + "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL "
        + "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK "
        + "SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string Three = "BHD IQD JOD KWD LYD OMR TND";

    private const string Four = "CLF UYW";

    public static FrozenDictionary<string, int> MinorDigits { get; } =
        new (string Codes, int Digits)[] { (None, 0), (Two, 2), (Three, 3), (Four, 4) }
            .SelectMany(group => group.Codes.Split(' ').Select(code => KeyValuePair.Create(code, group.Digits)))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
