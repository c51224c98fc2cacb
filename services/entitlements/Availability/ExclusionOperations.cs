using NodaTime;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Entitlements.Allowances;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>Decides that downtime does not count, and takes that back.</summary>
internal sealed class ExclusionOperations(Mutator<EntitlementsDb> mutator, TermsLoader loader)
{
    private const int LongestEvidence = 16_384;
    private const int LongestReason = 1000;

    public async Task<Changed<Downtime>> ExcludeAsync(ExcludeDowntimeRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<DowntimeName>("name", request.Name);
        var cause = checks.Specified("exclusion", request.Exclusion);
        var evidence = checks.RequiredText("evidence", request.Evidence, LongestEvidence);
        var actor = checks.RequiredText("actor", request.Actor, Limits.TitleCharacters);
        Etags.Require(checks, "etag", request.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var terms = await loader.LoadAllAsync(name!.Account, cancellation);
        return await ChangeAsync(ChangeRequest.Of(request, requestId, name.Account), name, request.Etag, Exclude, cancellation);

        void Exclude(EntitlementsDb db, DowntimeRow row, IReadOnlyList<(DowntimeExclusionRow Row, ExcludedTime Time)> earlier, Instant now)
        {
            RequireExcluded(terms, row.StartTime, cause);
            if (earlier.Any(decided => decided.Row.RevertTime is null && decided.Time.Start <= row.StartTime && (decided.Time.End is null || decided.Time.End >= row.EndTime)))
            {
                throw Refusals.FailedPrecondition(ErrorReason.AlreadyCompleted, name.Format(), $"All of {name.Format()} was taken out before; to change why, take that back first.");
            }

            db.DowntimeExclusions.Add(new DowntimeExclusionRow
            {
                AccountId = row.AccountId,
                Id = NewIds.Of(requestId, now),
                Subject = ExcludedDowntimes.SubjectOf(row),
                StartTime = row.StartTime,
                EndTime = row.EndTime,
                Cause = cause,
                Evidence = evidence,
                Actor = actor,
                DecideTime = now,
            });
        }
    }

    public Task<Changed<Downtime>> RevertAsync(RevertDowntimeExclusionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<DowntimeName>("name", request.Name);
        var actor = checks.RequiredText("actor", request.Actor, Limits.TitleCharacters);
        var reason = checks.RequiredText("reason", request.Reason, LongestReason);
        Etags.Require(checks, "etag", request.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        return ChangeAsync(ChangeRequest.Of(request, requestId, name!.Account), name, request.Etag, Revert, cancellation);

        void Revert(EntitlementsDb db, DowntimeRow row, IReadOnlyList<(DowntimeExclusionRow Row, ExcludedTime Time)> earlier, Instant now)
        {
            var standing = earlier.Select(decided => decided.Row).Where(exclusion => exclusion.RevertTime is null).ToList();
            if (standing.Count == 0)
            {
                throw Refusals.FailedPrecondition(ErrorReason.AlreadyCompleted, name.Format(), $"All of {name.Format()} counts; nothing is left to take back.");
            }

            foreach (var exclusion in standing)
            {
                db.DowntimeExclusions.Attach(exclusion);
                (exclusion.RevertTime, exclusion.RevertActor, exclusion.RevertReason) = (now, actor, reason);
            }
        }
    }

    private async Task<Changed<Downtime>> ChangeAsync(
        ChangeRequest request, DowntimeName name, string etag, Action<EntitlementsDb, DowntimeRow, IReadOnlyList<(DowntimeExclusionRow Row, ExcludedTime Time)>, Instant> change, CancellationToken cancellation)
    {
        var mutation = new Mutation<EntitlementsDb, Downtime>
        {
            Lock = db => db.LockAccountAsync(name.Account, cancellation),
            Apply = async (db, now) =>
            {
                await Rows.AccountAsync(db, name.Account, cancellation);
                var row = await AvailabilityRows.DowntimeAsync(db, name, cancellation);
                Etags.Check(etag, row.Revision, name.Format());
                change(db, row, (await ExcludedDowntimes.ReadAsync(db, row, cancellation)).Of(row), now);
                row.Revision++;
                return name.Format();
            },
            Read = (db, _) => AvailabilityRows.ShowDowntimeAsync(db, name, cancellation),
        };
        return await mutator.RunAsync(request, mutation, cancellation);
    }

    private static void RequireExcluded(IEnumerable<SubscriptionTerms> terms, Instant at, DowntimeExclusion cause)
    {
        if (!terms.Select(of => of.PolicyAt(at)).OfType<Policy>().Any(policy => Excludes(policy, cause)))
        {
            throw Refusals.InvalidArgument(
                ErrorReason.FieldOutOfRange, "exclusion", "No policy of the account at the start of the downtime takes downtime of this cause out of the figure; give a cause that one does.");
        }
    }

    private static bool Excludes(Policy policy, DowntimeExclusion cause) => cause switch
    {
        DowntimeExclusion.ScheduledMaintenance => AvailabilityScope.Excludes(policy, "scheduled_maintenance"),
        DowntimeExclusion.EmergencyMaintenance => AvailabilityScope.Excludes(policy, "emergency_maintenance"),
        DowntimeExclusion.ForceMajeure => AvailabilityScope.Excludes(policy, "force_majeure"),
        DowntimeExclusion.Network => AvailabilityScope.Excludes(policy, "internet_or_provider"),
        DowntimeExclusion.Subcontractor => AvailabilityScope.IsOwnInstancesOnly(policy),
        DowntimeExclusion.VendorStaffStrike => AvailabilityScope.Excludes(policy, "vendor_staff_strike"),
        _ => false,
    };
}
