using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;

namespace SlaPlatform.Entitlements.Terms;

/// <summary>Keeps what subscriptions were before their changes, which allowances and obligations go back to.</summary>
internal static class SubscriptionHistory
{
    /// <summary>The versions of a subscription, earliest first; of one that never changed since versions are kept, the present one.</summary>
    public static async Task<IReadOnlyList<SubscriptionVersionRow>> VersionsAsync(EntitlementsDb db, SubscriptionRow row, CancellationToken cancellation)
    {
        var kept = await db.SubscriptionVersions.AsNoTracking().Where(version => version.AccountId == row.AccountId && version.SubscriptionId == row.Id)
            .OrderBy(version => version.Number).ToListAsync(cancellation);
        return kept.Count > 0 ? kept : [Of(row, number: 1, row.CreateTime)];
    }

    /// <summary>The versions of all subscriptions of an account, by subscription.</summary>
    public static async Task<IReadOnlyDictionary<SubscriptionName, IReadOnlyList<SubscriptionVersionRow>>> OfAccountAsync(
        EntitlementsDb db, string account, CancellationToken cancellation)
    {
        var kept = await db.SubscriptionVersions.AsNoTracking().Where(version => version.AccountId == account).OrderBy(version => version.Number).ToListAsync(cancellation);
        var bySubscription = kept.ToLookup(version => version.SubscriptionId, StringComparer.Ordinal);
        var rows = await db.Subscriptions.AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Id).ToListAsync(cancellation);
        return rows.ToDictionary(
            row => new SubscriptionName(account, row.Id),
            row => bySubscription.Contains(row.Id) ? bySubscription[row.Id].ToList() : (IReadOnlyList<SubscriptionVersionRow>)[Of(row, number: 1, row.CreateTime)]);
    }

    /// <summary>The sunsets that subscriptions of an account left for, by subscription.</summary>
    public static async Task<ILookup<string, TerminationRow>> TerminationsAsync(EntitlementsDb db, string account, CancellationToken cancellation) =>
        (await db.Terminations.AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.OverFrom).ToListAsync(cancellation)).ToLookup(row => row.SubscriptionId, StringComparer.Ordinal);

    /// <summary>Makes sure that what a subscription is now is kept; called before it is changed.</summary>
    public static async Task KeepAsync(EntitlementsDb db, SubscriptionRow row, CancellationToken cancellation)
    {
        if (!await db.SubscriptionVersions.AnyAsync(version => version.AccountId == row.AccountId && version.SubscriptionId == row.Id, cancellation))
        {
            db.SubscriptionVersions.Add(Of(row, number: 1, row.CreateTime));
        }
    }

    /// <summary>Adds what a subscription has become; in the transaction that changes it, and which holds the account.</summary>
    public static async Task AddAsync(EntitlementsDb db, SubscriptionRow row, Instant now, CancellationToken cancellation)
    {
        var last = db.SubscriptionVersions.Local.Where(version => version.AccountId == row.AccountId && version.SubscriptionId == row.Id).MaxBy(version => version.Number)
            ?? await db.SubscriptionVersions.AsNoTracking().Where(version => version.AccountId == row.AccountId && version.SubscriptionId == row.Id)
                .OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation);
        // What a ledger has posted stays as it is: a change counts from after that, also where another instance's clock is ahead.
        var posted = await db.Allowances.Where(allowance => allowance.AccountId == row.AccountId && allowance.SubscriptionId == row.Id)
            .Select(allowance => (Instant?)allowance.AsOf).MaxAsync(cancellation);
        var from = posted is { } asOf ? Instant.Max(now, asOf.PlusTicks(1)) : now;
        db.SubscriptionVersions.Add(Of(row, (last?.Number ?? 0) + 1, last is null ? from : Instant.Max(from, last.FromTime)));
    }

    private static SubscriptionVersionRow Of(SubscriptionRow row, int number, Instant from)
    {
        var subscription = row.ToDomain();
        return Of(row.AccountId, subscription, number, from);
    }

    private static SubscriptionVersionRow Of(string account, Subscription subscription, int number, Instant from) => new()
    {
        AccountId = account,
        SubscriptionId = subscription.Id,
        Number = number,
        FromTime = number == 1 ? Instant.Min(from, subscription.Start) : from,
        PolicyId = subscription.PolicyId,
        PlanId = subscription.PlanId,
        PinnedRevision = subscription.PinnedRevision,
        TimeZone = subscription.Terms.TimeZone,
        StartDate = subscription.Term.Start,
        EndDate = subscription.Term.End,
        TrialEndDate = subscription.TrialEnd,
        CancelledFrom = subscription.CancelledFrom,
    };
}
