using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Changes;

/// <summary>Finds rows, or refuses.</summary>
internal static class Rows
{
    public static async Task<AccountRow> AccountAsync(EntitlementsDb db, string account, CancellationToken cancellation) =>
        await db.Accounts.FindAsync([account], cancellation) ?? throw NoAccount(account);

    public static async Task<ContactRow> ContactAsync(EntitlementsDb db, ContactName name, CancellationToken cancellation)
    {
        await AccountAsync(db, name.Account, cancellation);
        return await db.Contacts.FindAsync([name.Account, name.Contact], cancellation)
            ?? throw Refusals.NotFound(ErrorReason.ContactNotFound, name.Format(), "list contacts with ListContacts");
    }

    public static async Task<SubscriptionRow> SubscriptionAsync(EntitlementsDb db, SubscriptionName name, CancellationToken cancellation)
    {
        await AccountAsync(db, name.Account, cancellation);
        return await db.Subscriptions.FindAsync([name.Account, name.Subscription], cancellation)
            ?? throw Refusals.NotFound(ErrorReason.SubscriptionNotFound, name.Format(), "list subscriptions with ListSubscriptions");
    }

    public static RefusalException NoAccount(string account) =>
        Refusals.NotFound(ErrorReason.AccountNotFound, new AccountName(account).Format(), "list accounts with ListAccounts");

    /// <summary>Marks an account as changed in something that checks depend on.</summary>
    public static void Touch(this AccountRow account, Instant now)
    {
        account.Version++;
        account.UpdateTime = now;
    }
}
