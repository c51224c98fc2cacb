using System.Numerics;

namespace SlaPlatform.Engine.Exact;

/// <summary>An exact quotient that is not negative. It is compared as it is; only what is shown or paid is rounded.</summary>
internal readonly record struct Fraction
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    /// <summary>A quotient.</summary>
    /// <param name="numerator">Zero or more.</param>
    /// <param name="denominator">More than zero.</param>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        _numerator = numerator >= 0 ? numerator : throw new ArgumentOutOfRangeException(nameof(numerator), numerator, "The numerator must not be negative.");
        _denominator = denominator > 0 ? denominator : throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "The denominator must be more than zero.");
    }

    /// <summary>A decimal as it is.</summary>
    public static Fraction Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = new BigInteger(unchecked((uint)bits[2])) << 64 | new BigInteger(unchecked((uint)bits[1])) << 32 | new BigInteger(unchecked((uint)bits[0]));
        return new Fraction(value < 0 ? -digits : digits, BigInteger.Pow(10, value.Scale));
    }

    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left._numerator * right._numerator, left._denominator * right._denominator);

    public static bool operator <(Fraction left, Fraction right) => left._numerator * right._denominator < right._numerator * left._denominator;

    public static bool operator >(Fraction left, Fraction right) => right < left;

    /// <summary>The nearest decimal with that many places; halfway goes up.</summary>
    /// <param name="places">0 to 28.</param>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    public decimal RoundHalfUp(int places)
    {
        var scale = BigInteger.Pow(10, places);
        var units = ((2 * _numerator * scale) + _denominator) / (2 * _denominator);
        // A factor of that scale keeps the places: 99.5000, not 99.5.
        return (decimal)units * new decimal(1, 0, 0, isNegative: false, (byte)places);
    }
}
