using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Checks;

/// <summary>A request for a check, read whole.</summary>
internal sealed record CheckRequest(string AccountId, EntitlementRequest Request)
{
    private const int LongestIdentity = 254;

    /// <exception cref="SlaPlatform.Rpc.Errors.RefusalException">The request has faults; all are named at once.</exception>
    public static CheckRequest Read(CheckEntitlementRequest request, Instant now)
    {
        var checks = new RequestChecks();
        var account = checks.RequiredName<AccountName>("account", request.Account);
        var contact = checks.Name<ContactName>("contact", request.Contact);
        Belongs(checks, "contact", contact?.Account, account);
        var channel = checks.Specified("channel", request.Channel);
        var identity = checks.Text("channel_identity", request.ChannelIdentity, LongestIdentity);
        var product = checks.Text("product", request.Product, Limits.TitleCharacters);
        var asOf = checks.Time("as_of_time", request.AsOfTime);
        var subscription = checks.Name<SubscriptionName>("subscription", request.Subscription);
        Belongs(checks, "subscription", subscription?.Account, account);
        checks.ThrowIfAny();
        var asked = new EntitlementRequest
        {
            Channel = channel.ToWord(),
            ReceivedAt = asOf ?? now,
            ContactId = contact?.Contact,
            ChannelIdentity = identity.Length == 0 ? null : identity,
            Product = product.Length == 0 ? null : product,
            SubscriptionId = subscription?.Subscription,
        };
        return new CheckRequest(account!.Account, asked);
    }

    private static void Belongs(RequestChecks checks, string field, string? owner, AccountName? account)
    {
        if (owner is not null && account is not null && owner != account.Account)
        {
            checks.Add(ErrorReason.InvalidResourceName, field, $"It belongs to another account than {account.Format()}; name one of that account.");
        }
    }
}
