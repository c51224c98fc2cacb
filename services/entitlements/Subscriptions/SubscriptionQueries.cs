using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>Reads subscriptions.</summary>
internal sealed class SubscriptionQueries(IDbContextFactory<EntitlementsDb> databases, TimeProvider time)
{
    public async Task<Subscription> GetAsync(GetSubscriptionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<SubscriptionName>("name", request.Name);
        checks.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await Rows.SubscriptionAsync(db, name!, cancellation)).ToWire(time.GetStoredInstant());
    }

    public async Task<ListSubscriptionsResponse> ListAsync(ListSubscriptionsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        checks.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await Rows.AccountAsync(db, parent!.Account, cancellation);
        var rows = await db.Subscriptions.AsNoTracking().Where(row => row.AccountId == parent.Account).ToListAsync(cancellation);
        var ordered = rows.OrderBy(row => row.StartDate).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        var page = Pages.Cut(
            checks, request, request.PageSize, request.PageToken, ordered, row => $"{LocalDatePattern.Iso.Format(row.StartDate)} {row.Id}");
        var now = time.GetStoredInstant();
        return new ListSubscriptionsResponse { Subscriptions = { page.Items.Select(row => row.ToWire(now)) }, NextPageToken = page.NextPageToken };
    }
}
