using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;

namespace SlaPlatform.Entitlements.Checks;

/// <summary>What a check of an account depends on: inputs, never decisions, which depend on time.</summary>
internal sealed record AccountInputs(AccountRow Account, IReadOnlyList<ContactRow> Contacts, IReadOnlyList<SubscriptionRow> Subscriptions)
{
    public AccountRecord ToRecord() => new(
        new Account(Account.Id, Account.Standing, Account.Version),
        [.. Contacts.Select(row => row.ToContact())],
        [.. Subscriptions.Select(SubscriptionMapping.ToDomain)]);
}
