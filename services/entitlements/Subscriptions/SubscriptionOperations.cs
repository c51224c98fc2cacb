using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;
using DomainSubscription = SlaPlatform.Engine.Entitlements.Subscription;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>Creates and updates subscriptions.</summary>
internal sealed partial class SubscriptionOperations(
    IDbContextFactory<EntitlementsDb> databases, AccountChanges changes, PlanGuard plans, TimeProvider time, ILogger<SubscriptionOperations> logger)
{
    private static readonly string[] Changeable =
        ["plan", "time_zone", "region", "trial_end_date", "readings", "calendar_overrides", "holidays", "products"];

    public async Task<Changed<Subscription>> CreateAsync(CreateSubscriptionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        var requestId = checks.RequestId(request.RequestId);
        var id = NewIds.Of(requestId, time.GetStoredInstant(), NewIds.Wanted(checks, "subscription_id", request.SubscriptionId));
        var given = request.Subscription ?? new Subscription();
        var read = SubscriptionReader.Read(checks, given, id);
        checks.ThrowIfAny();
        await plans.CheckAsync(read!, cancellation);
        var created = await changes.RunAsync(
            ChangeRequest.Of(request, requestId, parent!.Account),
            async (db, now) =>
            {
                var name = new SubscriptionName(parent.Account, id);
                var account = await Rows.AccountAsync(db, parent.Account, cancellation);
                if (await db.Subscriptions.FindAsync([parent.Account, id], cancellation) is not null)
                {
                    throw Refusals.AlreadyExists(name.Format(), "use another id, or renew it");
                }

                await Overlaps.RefuseAsync(db, parent.Account, read!, cancellation);
                var row = NewRow(name, read!, now);
                row.Fill(given, read!);
                db.Subscriptions.Add(row);
                await SubscriptionHistory.AddAsync(db, row, now, cancellation);
                account.Touch(now);
                return name.Format();
            },
            (db, name) => ReadAsync(db, name, cancellation),
            cancellation);
        if (!created.IsRepeat)
        {
            LogCreated(id, parent.Account, read!.PolicyId, read.PlanId);
        }

        return created;
    }

    public async Task<Changed<Subscription>> UpdateAsync(UpdateSubscriptionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var given = request.Subscription ?? new Subscription();
        var name = checks.RequiredName<SubscriptionName>("subscription.name", given.Name);
        var mask = UpdateMasks.Read(checks, request.UpdateMask, Changeable);
        Etags.Require(checks, "subscription.etag", given.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        return await ChangeAsync(ChangeRequest.Of(request, requestId, name!.Account), name, given.Etag, Merge, cancellation);

        Subscription Merge(Subscription present)
        {
            foreach (var field in mask.Select(path => Subscription.Descriptor.FindFieldByName(path)))
            {
                field.Accessor.Clear(present);
                if (field.IsMap || field.IsRepeated || field.Accessor.GetValue(given) is not null)
                {
                    SubscriptionFields.Copy(field, given, present);
                }
            }

            return present;
        }
    }

    /// <summary>Changes what the caller gave of a subscription that is not cancelled, and checks the whole anew.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The subscription.</param>
    /// <param name="etag">Its etag; required.</param>
    /// <param name="merge">What becomes of it.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async Task<Changed<Subscription>> ChangeAsync(
        ChangeRequest request, SubscriptionName name, string etag, Func<Subscription, Subscription> merge, CancellationToken cancellation)
    {
        var prepared = await PrepareAsync(name, etag, merge, cancellation);
        return await changes.RunAsync(
            request,
            async (db, now) =>
            {
                var row = await Rows.SubscriptionAsync(db, name, cancellation);
                Etags.Check(etag, row.Revision, name.Format());
                Cancellations.RefuseCancelled(row, name);
                var (merged, read) = prepared ?? throw Refusals.ConcurrentWrite(name.Format());
                await Overlaps.RefuseAsync(db, name.Account, read, cancellation);
                await SubscriptionHistory.KeepAsync(db, row, cancellation);
                row.Fill(merged, read);
                row.Revision++;
                await SubscriptionHistory.AddAsync(db, row, now, cancellation);
                (await Rows.AccountAsync(db, name.Account, cancellation)).Touch(now);
                return name.Format();
            },
            (db, text) => ReadAsync(db, text, cancellation),
            cancellation);
    }

    // The catalog is asked before the write lock is taken. A stale etag is left to the transaction: the request may be a repeat.
    private async Task<(Subscription Merged, DomainSubscription Read)?> PrepareAsync(
        SubscriptionName name, string etag, Func<Subscription, Subscription> merge, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await Rows.SubscriptionAsync(db, name, cancellation);
        if (etag != Etags.Of(row.Revision) || row.CancelTime is not null)
        {
            return null;
        }

        var merged = merge(row.Given());
        var checks = new RequestChecks();
        var read = SubscriptionReader.Read(checks, merged, row.Id);
        checks.ThrowIfAny();
        await plans.CheckAsync(read!, cancellation);
        return (merged, read!);
    }

    /// <summary>The subscription as it now stands.</summary>
    public async Task<Subscription> ReadAsync(EntitlementsDb db, string name, CancellationToken cancellation) =>
        (await Rows.SubscriptionAsync(db, SubscriptionName.Parse(name), cancellation)).ToWire(time.GetStoredInstant());

    private static SubscriptionRow NewRow(SubscriptionName name, DomainSubscription read, Instant now) => new()
    {
        AccountId = name.Account,
        Id = name.Subscription,
        PolicyId = read.PolicyId,
        PlanId = read.PlanId,
        StartDate = read.Term.Start,
        EndDate = read.Term.End,
        Message = [],
        CreateTime = now,
        Revision = 1,
    };
}
