using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Exact;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Availability;

/// <summary>How the credit for a month below the guarantee is claimed: the provision <c>availability-credit</c>.</summary>
public sealed record CreditRules
{
    /// <summary>The id of the provision.</summary>
    public const string ProvisionId = "availability-credit";

    private const string NoWindow = "none";

    private CreditRules(Period? claimWindow) => ClaimWindow = claimWindow;

    /// <summary>How long after the month it can be claimed (<c>claim_window</c>): civil days or months; null for ever.</summary>
    public Period? ClaimWindow { get; }

    /// <summary>The rules of a policy; without a provision there is no claim window.</summary>
    /// <exception cref="InvalidOperationException">The provision's values cannot be read, which no policy document passes with.</exception>
    public static CreditRules Of(Policy policy) => policy.Provisions.FirstOrDefault(provision => provision.Id == ProvisionId) is { } provision
        ? Read(provision.Values).OrThrow()
        : new CreditRules(claimWindow: null);

    /// <summary>Reads the values of the provision.</summary>
    /// <returns>The rules, or what is not understood, under its own name.</returns>
    public static Validated<CreditRules> Read(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault("claim_window", NoWindow) switch
    {
        NoWindow => Validated.Valid(new CreditRules(claimWindow: null)),
        var text => BusinessTime.Amount.Parse(text, "claim_window").Then(amount => amount switch
        {
            BusinessTime.Amount.CalendarDays days => Validated.Valid(new CreditRules(Period.FromDays(days.Count))),
            BusinessTime.Amount.CalendarMonths months => Validated.Valid(new CreditRules(Period.FromMonths(months.Count))),
            _ => Validated.Invalid<CreditRules>(new Violation("claim_window", $"\"{text}\" counts no civil days or months; write such as 30 calendar_days, or none.")),
        }),
    };

    /// <summary>The last day on which the credit of a month can be claimed, or null.</summary>
    /// <param name="month">The month.</param>
    public LocalDate? LastDay(YearMonth month) => ClaimWindow is { } window ? month.ToDateInterval().End + window : null;

    /// <summary>What a share of a fee comes to, rounded half up to the currency's minor unit.</summary>
    /// <param name="percent">The share, in percent.</param>
    /// <param name="fee">The fee; zero or more.</param>
    /// <param name="currency">Its currency.</param>
    public static decimal Amount(decimal percent, decimal fee, Currency currency) =>
        (Fraction.Of(fee) * Fraction.Of(percent) * new Fraction(1, 100)).RoundHalfUp(currency.MinorDigits);
}
