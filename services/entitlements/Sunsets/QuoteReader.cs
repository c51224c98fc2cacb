using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Sunsets;

/// <summary>A request for a quote, read whole.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="Sunset">The sunset.</param>
/// <param name="Notice">The account's notice; null for today.</param>
/// <param name="Effect">The day of effect; null for the earliest.</param>
/// <param name="Fees">Prepaid fees; zero or more.</param>
/// <param name="Currency">Their currency.</param>
/// <param name="WholeAgreement">Whether the vendor ends the whole agreement.</param>
internal sealed record QuoteReader(
    SubscriptionName Subscription, SunsetName Sunset, LocalDate? Notice, LocalDate? Effect, decimal Fees, Currency Currency, bool WholeAgreement)
{
    /// <summary>Reads it; null when it has faults.</summary>
    public static QuoteReader? Read(RequestChecks checks, QuoteTerminationRequest request, string path = "")
    {
        var subscription = checks.RequiredName<SubscriptionName>(FieldPath.Join(path, "subscription"), request.Subscription);
        var sunset = checks.RequiredName<SunsetName>(FieldPath.Join(path, "sunset"), request.Sunset);
        var notice = TermReader.Date(checks, FieldPath.Join(path, "notice_date"), request.NoticeDate, isRequired: false);
        var effect = TermReader.Date(checks, FieldPath.Join(path, "effect_date"), request.EffectDate, isRequired: false);
        var feesField = FieldPath.Join(path, "prepaid_fees");
        var money = checks.RequiredMoney(feesField, request.PrepaidFees);
        if (money is { Amount: < 0 })
        {
            checks.Add(ErrorReason.FieldOutOfRange, feesField, "It is negative; give zero or more.");
        }

        return checks.IsSound && money is { } fees
            ? new QuoteReader(subscription!, sunset!, notice, effect, fees.Amount, fees.Currency, request.WholeAgreement)
            : null;
    }
}
