using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Contacts;

/// <summary>Keeps contacts within the plans' caps. Policies are fetched before the write lock is taken, the count is made under it.</summary>
internal sealed class CapGuard(AccountReader accounts, PolicySource policies, TimeProvider time)
{
    /// <summary>The policies that an account's caps come from.</summary>
    public async Task<PolicyBook> LoadAsync(string accountId, CancellationToken cancellation)
    {
        var inputs = await accounts.ReadAsync(accountId, cancellation) ?? throw Rows.NoAccount(accountId);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return await PolicyBook.LoadAsync(policies, inputs.ToRecord().Subscriptions, now, cancellation);
    }

    /// <exception cref="RefusalException">The contact would be one too many at some instant.</exception>
    public static async Task CheckAsync(EntitlementsDb db, ContactRow candidate, PolicyBook book, CancellationToken cancellation)
    {
        var inputs = await AccountReader.ReadAsync(db, candidate.AccountId, cancellation) ?? throw Rows.NoAccount(candidate.AccountId);
        var record = inputs.ToRecord();
        var account = new AccountName(candidate.AccountId).Format();
        if (record.Subscriptions.Any(subscription => !book.Has(subscription)))
        {
            throw Refusals.ConcurrentWrite(account);
        }

        if (ContactCaps.Find(record, candidate.ToContact(), book.PlanOf) is { } excess)
        {
            var reason = excess.Kind == ContactKind.Authorized ? ErrorReason.ContactCapReached : ErrorReason.NamedUserCapReached;
            throw Refusals.CapReached(reason, account, excess.Message);
        }
    }
}
