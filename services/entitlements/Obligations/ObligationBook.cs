using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Obligations;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.PolicyClient;
using SlaPlatform.Sql;

namespace SlaPlatform.Entitlements.Obligations;

/// <summary>Works out what is owed to an account.</summary>
internal sealed class ObligationBook(IDbContextFactory<EntitlementsDb> stores, PolicySource policies, TimeProvider time)
{
    /// <summary>Everything owed under every subscription of an account, by due time.</summary>
    /// <exception cref="Rpc.Errors.RefusalException">There is no such account.</exception>
    public async Task<IReadOnlyList<(SubscriptionName Subscription, Obligation Owed)>> OfAsync(string account, CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        await Rows.AccountAsync(db, account, cancellation);
        var subscriptions = await db.Subscriptions.AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Id).ToListAsync(cancellation);
        var versions = await SubscriptionHistory.OfAccountAsync(db, account, cancellation);
        var terminations = await SubscriptionHistory.TerminationsAsync(db, account, cancellation);
        var completed = await CompletedAsync(db, account, cancellation);
        var parents = subscriptions.Select(row => new PolicyName(row.PolicyId).Format()).Append(new AccountName(account).Format()).Distinct().ToList();
        var occasions = await db.Occasions.AsNoTracking().Where(row => parents.Contains(row.Parent)).ToListAsync(cancellation);
        var histories = await PolicyHistories.LoadAsync(policies, versions.Values.SelectMany(static of => of), time.GetStoredInstant(), cancellation);
        return
        [
            .. subscriptions.SelectMany(row =>
            {
                var name = new SubscriptionName(account, row.Id);
                var subscription = row.ToDomain();
                var spans = OwedSpans.Of(subscription, versions[name], histories, [.. terminations[row.Id]]);
                return ObligationSchedule.Of(subscription, spans, OccasionsOf(occasions, account, row.PolicyId), completed).Select(owed => (name, owed));
            }).OrderBy(found => found.owed.DueTime).ThenBy(found => found.owed.Id, StringComparer.Ordinal),
        ];
    }

    private static async Task<IReadOnlyDictionary<string, Instant>> CompletedAsync(EntitlementsDb db, string account, CancellationToken cancellation) =>
        await db.Completions.AsNoTracking().Where(row => row.AccountId == account).ToDictionaryAsync(row => row.ObligationId, row => row.CompleteTime, cancellation);

    private static IEnumerable<OccasionRecord> OccasionsOf(IEnumerable<OccasionRow> rows, string account, string policy)
    {
        string[] parents = [new AccountName(account).Format(), new PolicyName(policy).Format()];
        return rows.Where(row => parents.Contains(row.Parent)).Select(row => new OccasionRecord(row.Id, row.Kind, row.EventTime, row.Reference) { NoticeTime = row.NoticeTime });
    }
}
