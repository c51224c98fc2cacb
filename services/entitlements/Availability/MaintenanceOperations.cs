using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Obligations;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Entitlements.Allowances;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>Announces, lists and takes back maintenance. A window is also an occasion: telling the account of it is owed by some plans.</summary>
internal sealed class MaintenanceOperations(IDbContextFactory<EntitlementsDb> stores, Mutator<EntitlementsDb> mutator, TermsLoader loader, TimeProvider time)
{
    private static readonly Duration Longest = Duration.FromDays(31);
    private static readonly Duration Tolerance = Duration.FromMinutes(1);

    public async Task<Changed<MaintenanceWindow>> CreateAsync(CreateMaintenanceWindowRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        var requestId = checks.RequestId(request.RequestId);
        var given = request.MaintenanceWindow ?? new MaintenanceWindow();
        var now = time.GetStoredInstant();
        var (instance, span) = Read(checks, "maintenance_window", given.Instance, given.StartTime, given.EndTime);
        var kind = checks.Specified("maintenance_window.kind", given.Kind);
        var notice = checks.Time("maintenance_window.notice_time", given.NoticeTime);
        if (notice > now + Tolerance)
        {
            checks.Add(ErrorReason.TimeOutOfRange, "maintenance_window.notice_time", "It is in the future; give when the account was told.");
        }

        checks.ThrowIfAny();
        var terms = await loader.LoadAllAsync(parent!.Account, cancellation);
        var mutation = new Mutation<EntitlementsDb, MaintenanceWindow>
        {
            Lock = db => db.LockAccountAsync(parent.Account, cancellation),
            Apply = async (db, at) =>
            {
                await Rows.AccountAsync(db, parent.Account, cancellation);
                var row = RowOf(parent.Account, NewIds.Of(requestId, at), instance, span!.Value, kind == MaintenanceKind.Scheduled, Instant.Min(given.NoticeTime?.ToInstant() ?? at, at).ToStored(), terms);
                db.MaintenanceWindows.Add(row);
                db.Occasions.Add(OccasionOf(row, at));
                return new MaintenanceWindowName(parent.Account, row.Id).Format();
            },
            Read = async (db, name) => (await AvailabilityRows.WindowAsync(db, MaintenanceWindowName.Parse(name), cancellation)).ToWire(),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, parent.Account), mutation, cancellation);
    }

    public async Task<Changed<MaintenanceWindow>> CancelAsync(CancelMaintenanceWindowRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<MaintenanceWindowName>("name", request.Name);
        Etags.Require(checks, "etag", request.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var mutation = new Mutation<EntitlementsDb, MaintenanceWindow>
        {
            Lock = db => db.LockAccountAsync(name!.Account, cancellation),
            Apply = async (db, now) =>
            {
                await Rows.AccountAsync(db, name!.Account, cancellation);
                var row = await AvailabilityRows.WindowAsync(db, name, cancellation);
                Etags.Check(request.Etag, row.Revision, name.Format());
                if (row.CancelTime is not null)
                {
                    throw Refusals.FailedPrecondition(ErrorReason.AlreadyCompleted, name.Format(), $"{name.Format()} was taken back before; nothing is left to do.");
                }

                row.CancelTime = now;
                row.Revision++;
                if (await db.Occasions.FindAsync([new AccountName(name.Account).Format(), row.Id], cancellation) is { } occasion)
                {
                    db.Occasions.Remove(occasion);
                }

                return name.Format();
            },
            Read = async (db, _) => (await AvailabilityRows.WindowAsync(db, name!, cancellation)).ToWire(),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, name!.Account), mutation, cancellation);
    }

    public async Task<ListMaintenanceWindowsResponse> ListAsync(ListMaintenanceWindowsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        checks.Text("instance", request.Instance, Limits.TitleCharacters);
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await Rows.AccountAsync(db, parent!.Account, cancellation);
        var rows = await db.MaintenanceWindows.AsNoTracking().Where(row => row.AccountId == parent.Account && (request.Instance == "" || row.Instance == request.Instance)).ToListAsync(cancellation);
        var ordered = rows.OrderBy(row => row.StartTime).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        var page = Pages.Cut(checks, request, request.PageSize, request.PageToken, ordered, row => row.Id);
        return new ListMaintenanceWindowsResponse { MaintenanceWindows = { page.Items.Select(AvailabilityRows.ToWire) }, NextPageToken = page.NextPageToken };
    }

    private static (string Instance, Interval? Span) Read(
        RequestChecks checks, string path, string label, Google.Protobuf.WellKnownTypes.Timestamp? from, Google.Protobuf.WellKnownTypes.Timestamp? to)
    {
        var instance = checks.Text($"{path}.instance", label, Limits.TitleCharacters);
        var start = checks.RequiredTime($"{path}.start_time", from);
        var end = checks.RequiredTime($"{path}.end_time", to);
        if (from is null || to is null)
        {
            return (instance, null);
        }

        if (end <= start)
        {
            checks.Add(ErrorReason.TimeOrder, $"{path}.end_time", "It is not after the start; give a later time.");
            return (instance, null);
        }

        if (end - start > Longest)
        {
            checks.Add(ErrorReason.FieldOutOfRange, $"{path}.end_time", $"It is more than {Longest.Days} days after the start; part it.");
        }

        return (instance, new Interval(start.ToStored(), end.ToStored()));
    }

    private static OccasionRow OccasionOf(MaintenanceWindowRow row, Instant now) => new()
    {
        Parent = new AccountName(row.AccountId).Format(),
        Id = row.Id,
        Kind = row.IsScheduled ? Occasion.ScheduledMaintenance : Occasion.EmergencyMaintenance,
        EventTime = row.StartTime,
        Reference = new MaintenanceWindowName(row.AccountId, row.Id).Format(),
        NoticeTime = row.NoticeTime,
        RecordTime = now,
    };

    // Whether the notice is enough is judged when the window is made, so that a repeat of the request is not held against a later now.
    private static MaintenanceWindowRow RowOf(
        string account, string id, string instance, Interval span, bool isScheduled, Instant told, IReadOnlyList<SubscriptionTerms> terms)
    {
        var (policy, zone) = PolicyOf(terms, instance, span.Start);
        var rules = policy is null ? null : MaintenanceRules.Of(policy);
        if (isScheduled && rules is not null && span.Start - told < rules.Notice)
        {
            throw Refusals.FailedPrecondition(
                ErrorReason.NoticeTooShort, new AccountName(account).Format(),
                $"Scheduled maintenance takes {rules.Notice.TotalHours:0.##} hours' notice: it can begin at {told + rules.Notice} at the earliest; begin then, or make it an emergency.");
        }

        return new MaintenanceWindowRow
        {
            AccountId = account,
            Id = id,
            Instance = instance,
            StartTime = span.Start,
            EndTime = span.End,
            IsScheduled = isScheduled,
            NoticeTime = told,
            IsPlanned = rules is not null && rules.IsPlanned(policy!, zone!, span),
            Revision = 1,
        };
    }

    // The first subscription for the instance in its term then; of several it is the one with rules.
    private static (Policy? Policy, DateTimeZone? Zone) PolicyOf(IReadOnlyList<SubscriptionTerms> subscriptions, string instance, Instant at)
    {
        var found = subscriptions.Where(terms => terms.Covers(instance)).Select(terms => (Policy: terms.PolicyAt(at), Zone: terms.VersionAt(at).Zone())).Where(item => item.Policy is not null).ToList();
        return found.FirstOrDefault(item => MaintenanceRules.Of(item.Policy!) is not null, found.FirstOrDefault());
    }
}
