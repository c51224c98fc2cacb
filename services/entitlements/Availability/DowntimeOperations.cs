using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>Reports, ends and lists downtime.</summary>
internal sealed class DowntimeOperations(IDbContextFactory<EntitlementsDb> stores, Mutator<EntitlementsDb> mutator, TimeProvider time)
{
    private static readonly Duration Tolerance = Duration.FromMinutes(1);

    public async Task<Changed<Downtime>> ReportAsync(ReportDowntimeRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        var requestId = checks.RequestId(request.RequestId);
        var given = request.Downtime ?? new Downtime();
        var instance = checks.Text("downtime.instance", given.Instance, Limits.TitleCharacters);
        var start = checks.RequiredTime("downtime.start_time", given.StartTime);
        var end = checks.Time("downtime.end_time", given.EndTime);
        var now = time.GetStoredInstant();
        RequirePast(checks, "downtime.start_time", start, now);
        RequirePast(checks, "downtime.end_time", end, now);
        RequireOrder(checks, "downtime.end_time", start, end);
        checks.ThrowIfAny();
        var row = new DowntimeRow
        {
            AccountId = parent!.Account,
            Id = NewIds.Of(requestId, now),
            Instance = instance,
            StartTime = start.ToStored(),
            EndTime = end?.ToStored(),
            Revision = 1,
        };
        var mutation = new Mutation<EntitlementsDb, Downtime>
        {
            Lock = db => db.LockAccountAsync(parent.Account, cancellation),
            Apply = async (db, _) =>
            {
                await Rows.AccountAsync(db, parent.Account, cancellation);
                db.Downtimes.Add(row);
                return new DowntimeName(parent.Account, row.Id).Format();
            },
            Read = (db, name) => AvailabilityRows.ShowDowntimeAsync(db, DowntimeName.Parse(name), cancellation),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, parent.Account), mutation, cancellation);
    }

    public Task<Changed<Downtime>> EndAsync(EndDowntimeRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<DowntimeName>("name", request.Name);
        var end = checks.Time("end_time", request.EndTime);
        Etags.Require(checks, "etag", request.Etag);
        var requestId = checks.RequestId(request.RequestId);
        RequirePast(checks, "end_time", end, time.GetStoredInstant());
        checks.ThrowIfAny();
        return ChangeAsync(ChangeRequest.Of(request, requestId, name!.Account), name, request.Etag, End, cancellation);

        void End(DowntimeRow row, Instant now)
        {
            if (row.TicketId is { } ticket)
            {
                throw Refusals.FailedPrecondition(ErrorReason.AlreadyCompleted, name.Format(), $"It ends with tickets/{ticket}; resolve the ticket instead.");
            }

            if (row.EndTime is not null)
            {
                throw Refusals.FailedPrecondition(ErrorReason.AlreadyCompleted, name.Format(), $"{name.Format()} has ended before; nothing is left to do.");
            }

            var order = new RequestChecks();
            RequireOrder(order, "end_time", row.StartTime, end ?? now);
            order.ThrowIfAny();
            row.EndTime = Instant.Min(end ?? now, now).ToStored();
        }
    }

    public async Task<ListDowntimesResponse> ListAsync(ListDowntimesRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        checks.Text("instance", request.Instance, Limits.TitleCharacters);
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await Rows.AccountAsync(db, parent!.Account, cancellation);
        var rows = await db.Downtimes.AsNoTracking().Where(row => row.AccountId == parent.Account && (request.Instance == "" || row.Instance == request.Instance)).ToListAsync(cancellation);
        var ordered = rows.OrderBy(row => row.StartTime).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        var page = Pages.Cut(checks, request, request.PageSize, request.PageToken, ordered, row => row.Id);
        var exclusions = await ExcludedDowntimes.ReadAsync(db, parent.Account, cancellation);
        return new ListDowntimesResponse { Downtimes = { page.Items.Select(row => row.ToWire(exclusions)) }, NextPageToken = page.NextPageToken };
    }

    private async Task<Changed<Downtime>> ChangeAsync(ChangeRequest request, DowntimeName name, string etag, Action<DowntimeRow, Instant> change, CancellationToken cancellation)
    {
        var mutation = new Mutation<EntitlementsDb, Downtime>
        {
            Lock = db => db.LockAccountAsync(name.Account, cancellation),
            Apply = async (db, now) =>
            {
                await Rows.AccountAsync(db, name.Account, cancellation);
                var row = await AvailabilityRows.DowntimeAsync(db, name, cancellation);
                Etags.Check(etag, row.Revision, name.Format());
                change(row, now);
                row.Revision++;
                return name.Format();
            },
            Read = (db, _) => AvailabilityRows.ShowDowntimeAsync(db, name, cancellation),
        };
        return await mutator.RunAsync(request, mutation, cancellation);
    }

    private static void RequirePast(RequestChecks checks, string field, Instant? at, Instant now)
    {
        if (at > now + Tolerance)
        {
            checks.Add(ErrorReason.TimeOutOfRange, field, "It is in the future; report what has happened.");
        }
    }

    private static void RequireOrder(RequestChecks checks, string field, Instant start, Instant? end)
    {
        if (end <= start)
        {
            checks.Add(ErrorReason.TimeOrder, field, "It is not after the start; give a later time.");
        }
    }
}
