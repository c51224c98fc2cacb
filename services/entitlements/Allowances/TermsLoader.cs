using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Sql;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>Loads the terms of subscriptions; outside any lock, as the catalog is asked.</summary>
internal sealed class TermsLoader(IDbContextFactory<EntitlementsDb> stores, PolicySource policies, TimeProvider time)
{
    /// <exception cref="RefusalException">There is no such account or subscription.</exception>
    public async Task<SubscriptionTerms> LoadAsync(SubscriptionName name, CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var versions = await SubscriptionHistory.VersionsAsync(db, await Rows.SubscriptionAsync(db, name, cancellation), cancellation);
        var terminations = await SubscriptionHistory.TerminationsAsync(db, name.Account, cancellation);
        return new SubscriptionTerms(name, versions, [.. terminations[name.Subscription]], await PolicyHistories.LoadAsync(policies, versions, time.GetStoredInstant(), cancellation));
    }

    /// <summary>Those of all subscriptions of an account, by name.</summary>
    /// <exception cref="RefusalException">There is no such account.</exception>
    public async Task<IReadOnlyList<SubscriptionTerms>> LoadAllAsync(string account, CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await Rows.AccountAsync(db, account, cancellation);
        var versions = await SubscriptionHistory.OfAccountAsync(db, account, cancellation);
        var histories = await PolicyHistories.LoadAsync(policies, versions.Values.SelectMany(static of => of), time.GetStoredInstant(), cancellation);
        var terminations = await SubscriptionHistory.TerminationsAsync(db, account, cancellation);
        var rows = await db.Subscriptions.AsNoTracking().Where(row => row.AccountId == account).ToDictionaryAsync(row => row.Id, cancellation);
        return [.. versions.Select(of => new SubscriptionTerms(of.Key, of.Value, [.. terminations[of.Key.Subscription]], histories)
        {
            Products = rows[of.Key.Subscription].ToDomain().Products,
        })];
    }
}
