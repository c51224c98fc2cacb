using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;
using DomainOccasion = SlaPlatform.Engine.Obligations.Occasion;

namespace SlaPlatform.Entitlements.Obligations;

/// <summary>Records what plans owe something for.</summary>
internal sealed class OccasionOperations(IDbContextFactory<EntitlementsDb> stores, Mutator<EntitlementsDb> mutator, PolicyFinder policies)
{
    public async Task<Changed<Occasion>> RecordAsync(RecordOccasionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = Parent(checks, request.Parent);
        var requestId = checks.RequestId(request.RequestId);
        var given = request.Occasion ?? new Occasion();
        var kind = checks.Specified("occasion.kind", given.Kind);
        var at = checks.RequiredTime("occasion.event_time", given.EventTime);
        var reference = checks.Text("occasion.reference", given.Reference, Limits.TitleCharacters);
        checks.ThrowIfAny();
        await RequireParentAsync(parent!, at, cancellation);
        var mutation = new Mutation<EntitlementsDb, Occasion>
        {
            Apply = (db, now) =>
            {
                var id = NewIds.Of(requestId, now);
                db.Occasions.Add(new OccasionRow
                {
                    Parent = parent!,
                    Id = id,
                    Kind = (DomainOccasion)((int)kind - 1),
                    EventTime = at.ToStored(),
                    Reference = reference,
                    RecordTime = now,
                });
                return Task.FromResult($"{parent}/occasions/{id}");
            },
            Read = async (db, name) => (await db.Occasions.FindAsync([parent!, name[(name.LastIndexOf('/') + 1)..]], cancellation) ?? throw Missing(name)).ToWire(),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, subject: null), mutation, cancellation);
    }

    public async Task<ListOccasionsResponse> ListAsync(ListOccasionsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = Parent(checks, request.Parent);
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var rows = await db.Occasions.AsNoTracking().Where(row => row.Parent == parent).ToListAsync(cancellation);
        var ordered = rows.OrderBy(row => row.EventTime).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        var page = Pages.Cut(checks, request, request.PageSize, request.PageToken, ordered, row => row.Id);
        return new ListOccasionsResponse { Occasions = { page.Items.Select(ObligationMapping.ToWire) }, NextPageToken = page.NextPageToken };
    }

    private static string? Parent(RequestChecks checks, string text) =>
        PolicyName.TryParse(text, out var policy, out _) ? policy.Format() : checks.RequiredName<AccountName>("parent", text)?.Format();

    private async Task RequireParentAsync(string parent, Instant at, CancellationToken cancellation)
    {
        if (PolicyName.TryParse(parent, out var policy, out _))
        {
            await policies.FindAsync(policy.Policy, revision: null, cancellation);
            return;
        }

        await using var db = await stores.CreateDbContextAsync(cancellation);
        var account = AccountName.Parse(parent).Account;
        await Rows.AccountAsync(db, account, cancellation);
        var rows = await db.Subscriptions.AsNoTracking().Where(row => row.AccountId == account).ToListAsync(cancellation);
        if (!rows.Any(row => row.ToDomain().InForceAt(at)))
        {
            throw Refusals.FailedPrecondition(ErrorReason.NoSubscription, parent, $"No subscription of {parent} is in its term at {at}, so that nothing is owed for it; correct occasion.event_time, or create the subscription first.");
        }
    }

    private static RefusalException Missing(string name) => Refusals.NotFound(ErrorReason.RecordNotFound, name, "list occasions with ListOccasions");
}
