using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>Notes who runs instances.</summary>
internal sealed class InstanceOperations(IDbContextFactory<EntitlementsDb> stores, Mutator<EntitlementsDb> mutator)
{
    public async Task<Changed<Instance>> SetAsync(SetInstanceRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        var label = checks.Text("instance.label", request.Instance?.Label ?? "", Limits.TitleCharacters);
        var isOwn = checks.Specified("instance.operator", request.Instance?.Operator ?? InstanceOperator.Unspecified) == InstanceOperator.Account;
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var mutation = new Mutation<EntitlementsDb, Instance>
        {
            Lock = db => db.LockAccountAsync(parent!.Account, cancellation),
            Apply = async (db, _) =>
            {
                await Rows.AccountAsync(db, parent!.Account, cancellation);
                if (await db.Instances.FindAsync([parent.Account, label], cancellation) is { } present)
                {
                    present.IsOwn = isOwn;
                }
                else
                {
                    db.Instances.Add(new InstanceRow { AccountId = parent.Account, Label = label, IsOwn = isOwn });
                }

                return new InstanceName(parent.Account, AvailabilityRows.IdOf(label)).Format();
            },
            Read = async (db, name) => (await db.Instances.FindAsync([parent!.Account, label], cancellation)
                ?? throw Refusals.NotFound(ErrorReason.RecordNotFound, name, "list instances with ListInstances")).ToWire(),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, parent!.Account), mutation, cancellation);
    }

    public async Task<ListInstancesResponse> ListAsync(ListInstancesRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await Rows.AccountAsync(db, parent!.Account, cancellation);
        var rows = await db.Instances.AsNoTracking().Where(row => row.AccountId == parent.Account).OrderBy(row => row.Label).ToListAsync(cancellation);
        return new ListInstancesResponse { Instances = { rows.Select(AvailabilityRows.ToWire) } };
    }
}
