using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>Renews and cancels subscriptions.</summary>
internal sealed class Cancellations(AccountChanges changes, SubscriptionOperations subscriptions, TimeProvider time)
{
    private const int LongestReason = 1000;

    public async Task<Changed<Subscription>> RenewAsync(RenewSubscriptionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<SubscriptionName>("name", request.Name);
        var end = TermReader.Date(checks, "end_date", request.EndDate, isRequired: true);
        checks.Name<PlanName>("plan", request.Plan);
        Etags.Require(checks, "etag", request.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        return await subscriptions.ChangeAsync(ChangeRequest.Of(request, requestId, name!.Account), name, request.Etag, Extend, cancellation);

        Subscription Extend(Subscription present)
        {
            var presentEnd = present.EndDate.ToLocalDate();
            if (end <= presentEnd)
            {
                throw Refusals.InvalidArgument(ErrorReason.InvalidTerm, "end_date", $"It is not after the present end, {presentEnd:uuuu-MM-dd}; give a later day.");
            }

            var today = time.GetStoredInstant().InZone(DateTimeZoneProviders.Tzdb[present.TimeZone]).Date;
            if (request.Plan.Length > 0 && request.Plan != present.Plan && today <= presentEnd)
            {
                throw Refusals.InvalidArgument(
                    ErrorReason.InvalidTerm, "plan", $"The present term runs until {presentEnd:uuuu-MM-dd} on its own plan; create a subscription for the next term, or update the plan.");
            }

            present.EndDate = end!.Value.ToDate();
            present.Plan = request.Plan.Length > 0 ? request.Plan : present.Plan;
            return present;
        }
    }

    public Task<Changed<Subscription>> CancelAsync(CancelSubscriptionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<SubscriptionName>("name", request.Name);
        var end = TermReader.Date(checks, "end_date", request.EndDate, isRequired: false);
        var reason = checks.Text("reason", request.Reason, LongestReason);
        Etags.Require(checks, "etag", request.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        return changes.RunAsync(
            ChangeRequest.Of(request, requestId, name!.Account),
            async (db, now) =>
            {
                var row = await Rows.SubscriptionAsync(db, name, cancellation);
                Etags.Check(request.Etag, row.Revision, name.Format());
                RefuseCancelled(row, name);
                await SubscriptionHistory.KeepAsync(db, row, cancellation);
                row.CancelledFrom = CancelledFrom(row, end, now);
                row.CancelTime = now;
                row.CancelReason = reason;
                row.Revision++;
                await SubscriptionHistory.AddAsync(db, row, now, cancellation);
                (await Rows.AccountAsync(db, name.Account, cancellation)).Touch(now);
                return name.Format();
            },
            (db, text) => subscriptions.ReadAsync(db, text, cancellation),
            cancellation);
    }

    /// <exception cref="RefusalException">The subscription was cancelled.</exception>
    public static void RefuseCancelled(SubscriptionRow row, SubscriptionName name)
    {
        if (row.CancelTime is null)
        {
            return;
        }

        throw Refusals.FailedPrecondition(ErrorReason.SubscriptionCancelled, name.Format(), $"{name.Format()} was cancelled; create a new subscription.");
    }

    private static Instant CancelledFrom(SubscriptionRow row, LocalDate? end, Instant now)
    {
        if (end is not { } last)
        {
            return now;
        }

        var zone = DateTimeZoneProviders.Tzdb[row.Given().TimeZone];
        var from = zone.AtStartOfDay(last.PlusDays(1)).ToInstant();
        return from > now && last >= row.StartDate && last <= row.EndDate
            ? from
            : throw Refusals.InvalidArgument(ErrorReason.InvalidTerm, "end_date", "It is past or outside the term; give a day from today to the last one, or leave it unset to end at once.");
    }
}
