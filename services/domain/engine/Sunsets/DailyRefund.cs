using NodaTime;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Exact;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>Prepaid fees given back by day.</summary>
public sealed record DailyRefund
{
    private DailyRefund(int days, int termDays, decimal amount)
    {
        Days = days;
        TermDays = termDays;
        Amount = amount;
    }

    /// <summary>Days of the term after the last paid one; all of them where it begins later.</summary>
    public int Days { get; }

    /// <summary>Days of the term.</summary>
    public int TermDays { get; }

    /// <summary>Prepaid fees times <see cref="Days"/> over <see cref="TermDays"/>, rounded half up to the currency's minor unit.</summary>
    public decimal Amount { get; }

    /// <summary>Works it out.</summary>
    /// <param name="term">First and last day, both inclusive.</param>
    /// <param name="lastPaid">The last paid day; not after the term.</param>
    /// <param name="fees">Prepaid fees for the whole term; zero or more.</param>
    /// <param name="currency">Their currency.</param>
    internal static DailyRefund Of(DateInterval term, LocalDate lastPaid, decimal fees, Currency currency)
    {
        var days = Math.Min(Period.DaysBetween(lastPaid, term.End), term.Length);
        return new DailyRefund(days, term.Length, (Fraction.Of(fees) * new Fraction(days, term.Length)).RoundHalfUp(currency.MinorDigits));
    }
}
