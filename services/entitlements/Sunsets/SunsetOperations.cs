using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Sunsets;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Sunsets;

/// <summary>Announces and lists the ends of features.</summary>
internal sealed class SunsetOperations(IDbContextFactory<EntitlementsDb> stores, Mutator<EntitlementsDb> mutator, PolicyFinder policies)
{
    public async Task<Changed<Sunset>> AnnounceAsync(AnnounceSunsetRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<PolicyName>("parent", request.Parent);
        var requestId = checks.RequestId(request.RequestId);
        var given = request.Sunset ?? new Sunset();
        var feature = checks.RequiredText("sunset.feature", given.Feature, Limits.CodeCharacters);
        var notice = TermReader.Date(checks, "sunset.notice_date", given.NoticeDate, isRequired: true);
        var end = TermReader.Date(checks, "sunset.end_date", given.EndDate, isRequired: false);
        checks.ThrowIfAny();
        var policy = (await policies.FindAsync(parent!.Policy, revision: null, cancellation)).Policy;
        var sunset = checks.Take(AnnouncedSunset.Of(policy, RulesOf(policy), feature, notice!.Value, end, given.EquivalentOffered), ErrorReason.FieldOutOfRange, "sunset");
        checks.ThrowIfAny();
        var mutation = new Mutation<EntitlementsDb, Sunset>
        {
            Apply = (db, now) =>
            {
                var row = new SunsetRow
                {
                    PolicyId = policy.Id,
                    Id = NewIds.Of(requestId, now),
                    Feature = sunset!.Feature,
                    NoticeDate = sunset.Notice,
                    EndDate = sunset.End,
                    EquivalentOffered = sunset.EquivalentOffered,
                    RecordTime = now,
                };
                db.Sunsets.Add(row);
                return Task.FromResult(new SunsetName(row.PolicyId, row.Id).Format());
            },
            Read = async (db, name) => ToWire(await RowAsync(db, SunsetName.Parse(name), cancellation)),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, subject: null), mutation, cancellation);
    }

    public async Task<ListSunsetsResponse> ListAsync(ListSunsetsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<PolicyName>("parent", request.Parent);
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var rows = await db.Sunsets.AsNoTracking().Where(row => row.PolicyId == parent!.Policy).ToListAsync(cancellation);
        var ordered = rows.OrderBy(row => row.EndDate).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        var page = Pages.Cut(checks, request, request.PageSize, request.PageToken, ordered, row => row.Id);
        return new ListSunsetsResponse { Sunsets = { page.Items.Select(ToWire) }, NextPageToken = page.NextPageToken };
    }

    /// <exception cref="RefusalException">The policy has no rule for features that end.</exception>
    public static SunsetRules RulesOf(Policy policy) => SunsetRules.Of(policy) ?? throw Refusals.FailedPrecondition(
        ErrorReason.SunsetNotAllowed, new PolicyName(policy.Id).Format(), $"Policy {policy.Id} has no rule for features that end; ask about one that has.");

    /// <exception cref="RefusalException">There is no such sunset.</exception>
    public static async Task<SunsetRow> RowAsync(EntitlementsDb db, SunsetName name, CancellationToken cancellation) =>
        await db.Sunsets.FindAsync([name.Policy, name.Sunset], cancellation)
        ?? throw Refusals.NotFound(ErrorReason.RecordNotFound, name.Format(), "list sunsets with ListSunsets");

    private static Sunset ToWire(SunsetRow row) => new()
    {
        Name = new SunsetName(row.PolicyId, row.Id).Format(),
        Feature = row.Feature,
        NoticeDate = row.NoticeDate.ToDate(),
        EndDate = row.EndDate.ToDate(),
        EquivalentOffered = row.EquivalentOffered,
    };
}
