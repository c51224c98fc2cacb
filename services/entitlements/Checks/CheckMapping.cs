using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Entitlements.Subscriptions;

namespace SlaPlatform.Entitlements.Checks;

/// <summary>Decisions as the contract shows them.</summary>
internal static class CheckMapping
{
    public static CheckEntitlementResponse ToWire(EntitlementDecision decision, AccountInputs inputs, Instant now)
    {
        var account = inputs.Account.Id;
        var answer = new CheckEntitlementResponse
        {
            Account = new AccountName(account).Format(),
            Contact = decision.Contact is { } contact ? new ContactName(account, contact.Id).Format() : "",
            Subscription = decision.Subscription is { } bought ? new SubscriptionName(account, bought.Id).Format() : "",
            AccountVersion = inputs.Account.Version,
            CheckTime = now.ToTimestamp(),
        };
        if (decision is EntitlementDecision.Refused refused)
        {
            answer.Refusals.Add(refused.Reasons.Select(ToWire));
        }

        if (decision is EntitlementDecision.Allowed allowed)
        {
            Fill(answer, allowed, inputs);
        }

        return answer;
    }

    private static void Fill(CheckEntitlementResponse answer, EntitlementDecision.Allowed allowed, AccountInputs inputs)
    {
        var subscription = allowed.Subscription!;
        var given = inputs.Subscriptions.First(row => row.Id == subscription.Id).Given();
        answer.Allowed = true;
        answer.Plan = new PlanName(subscription.PolicyId, allowed.Plan.Id, allowed.Revision.Id).Format();
        answer.DocumentSha256 = allowed.Revision.ContentHash;
        answer.TimeZone = allowed.Terms.TimeZone;
        answer.Region = subscription.Region;
        answer.Readings.Add(given.Readings);
        answer.CalendarOverrides.Add(given.CalendarOverrides);
        answer.Holidays.Add(given.Holidays);
        answer.TargetsApply = allowed.TargetsApply;
        answer.ExemptReason = allowed.Exemption?.Kind switch
        {
            ExemptionKind.Channel => ExemptReason.Channel,
            ExemptionKind.Requester => ExemptReason.NotANamedUser,
            _ => ExemptReason.Unspecified,
        };
        answer.ExemptMessage = allowed.Exemption is { } exemption ? $"{exemption.Message} ({exemption.Source})" : "";
    }

    /// <summary>The contract's reason for a refusal.</summary>
    public static ErrorReason ReasonOf(EntitlementRefusal refusal) => refusal.Reason switch
    {
        RefusalReason.AccountSuspended => ErrorReason.AccountSuspended,
        RefusalReason.NoSubscription => ErrorReason.NoSubscription,
        RefusalReason.SubscriptionNotStarted => ErrorReason.SubscriptionNotStarted,
        RefusalReason.SubscriptionExpired => ErrorReason.SubscriptionExpired,
        RefusalReason.SubscriptionCancelled => ErrorReason.SubscriptionCancelled,
        RefusalReason.AmbiguousSubscription => ErrorReason.AmbiguousSubscription,
        RefusalReason.ProductNotOnOrder => ErrorReason.ProductNotOnOrder,
        RefusalReason.RegionNotServed => ErrorReason.RegionNotServed,
        RefusalReason.UnknownContact or RefusalReason.ContactNotInForce => ErrorReason.UnknownContact,
        RefusalReason.ChannelNotInPlan => ErrorReason.ChannelNotInPlan,
        _ => ErrorReason.NoRevisionInForce,
    };

    private static Refusal ToWire(EntitlementRefusal refusal) => new()
    {
        Reason = ReasonOf(refusal),
        Message = refusal.Message,
        Source = refusal.Source ?? "",
    };
}
