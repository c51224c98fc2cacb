using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Currencies;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>A term with prepaid fees for a feature whose end the vendor announced. It may begin after the notice, as a renewal does.</summary>
public sealed record PrepaidTerm
{
    private PrepaidTerm(DateInterval term, LocalDate notice, decimal fees, Currency currency)
    {
        Term = term;
        Notice = notice;
        Fees = fees;
        Currency = currency;
    }

    /// <summary>First and last day, both inclusive.</summary>
    public DateInterval Term { get; }

    /// <summary>Day of the vendor's written notice; not after the term.</summary>
    public LocalDate Notice { get; }

    /// <summary>Prepaid fees for the whole term of what would be terminated; zero or more.</summary>
    public decimal Fees { get; }

    /// <summary>The fees' currency.</summary>
    public Currency Currency { get; }

    /// <summary>Checks a term.</summary>
    /// <param name="term">First and last day, both inclusive.</param>
    /// <param name="notice">Day of the vendor's written notice; not after the term.</param>
    /// <param name="fees">Prepaid fees; zero or more, exact, also finer than the currency's minor unit.</param>
    /// <param name="currency">Their currency.</param>
    /// <returns>The term, or what is out of its bounds, under <c>notice_date</c> and <c>prepaid_fees</c>.</returns>
    public static Validated<PrepaidTerm> Of(DateInterval term, LocalDate notice, decimal fees, Currency currency)
    {
        var faults = new List<Violation>();
        if (notice > term.End)
        {
            faults.Add(new Violation("notice_date", "It is after the term; give the term that was running then, or a later one."));
        }

        if (fees < 0)
        {
            faults.Add(new Violation("prepaid_fees", "It is negative; give zero or more."));
        }

        return Validated.From(faults, () => new PrepaidTerm(term, notice, fees, currency));
    }
}
