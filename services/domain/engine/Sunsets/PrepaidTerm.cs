using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Currencies;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>A term with prepaid fees in which the vendor announced the end of a feature.</summary>
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

    /// <summary>Day of the vendor's written notice; within the term.</summary>
    public LocalDate Notice { get; }

    /// <summary>Prepaid fees for the whole term of what would be terminated; zero or more.</summary>
    public decimal Fees { get; }

    /// <summary>The fees' currency.</summary>
    public Currency Currency { get; }

    /// <summary>Checks a term.</summary>
    /// <param name="term">First and last day, both inclusive.</param>
    /// <param name="notice">Day of the vendor's written notice; within the term.</param>
    /// <param name="fees">Prepaid fees; zero or more, exact, also finer than the currency's minor unit.</param>
    /// <param name="currency">Their currency.</param>
    /// <returns>The term, or what is out of its bounds, under <c>notice_date</c> and <c>prepaid_fees</c>.</returns>
    public static Validated<PrepaidTerm> Of(DateInterval term, LocalDate notice, decimal fees, Currency currency)
    {
        var faults = new List<Violation>();
        if (!term.Contains(notice))
        {
            faults.Add(new Violation("notice_date", "It is outside the term; give a day of it."));
        }

        if (fees < 0)
        {
            faults.Add(new Violation("prepaid_fees", "It is negative; give zero or more."));
        }

        return Validated.From(faults, () => new PrepaidTerm(term, notice, fees, currency));
    }
}
