using NodaTime;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>Leaving for a sunset as late as the policy allows.</summary>
public sealed record TerminationTerms
{
    internal TerminationTerms(LocalDate lastNotice, LocalDate lastEffect, PrepaidTerm prepaid)
    {
        LastNotice = lastNotice;
        LastEffect = lastEffect;
        var refund = DailyRefund.Of(prepaid.Term, lastEffect, prepaid.Fees, prepaid.Currency);
        (TermDays, RefundDays, Refund) = (refund.TermDays, refund.Days, refund.Amount);
    }

    /// <summary>Last day on which the account can give notice.</summary>
    public LocalDate LastNotice { get; }

    /// <summary>Last day on which a termination can take effect; it is the last paid day.</summary>
    public LocalDate LastEffect { get; }

    /// <summary>Days of the term after <see cref="LastEffect"/>, all of them where it begins later; more than zero.</summary>
    public int RefundDays { get; }

    /// <summary>Days of the term.</summary>
    public int TermDays { get; }

    /// <summary>Prepaid fees times <see cref="RefundDays"/> over <see cref="TermDays"/>, rounded half up to the currency's minor unit.</summary>
    public decimal Refund { get; }
}
