using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Contacts;

/// <summary>Reads contacts.</summary>
internal sealed class ContactQueries(IDbContextFactory<EntitlementsDb> databases)
{
    public async Task<Contact> GetAsync(GetContactRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ContactName>("name", request.Name);
        checks.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await Rows.ContactAsync(db, name!, cancellation)).ToWire();
    }

    public async Task<ListContactsResponse> ListAsync(ListContactsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        var size = checks.PageSize(request.PageSize);
        var after = PageTokens.Decode(checks, request, request.PageToken) ?? "";
        checks.Known("kind", request.Kind);
        var asOf = checks.Time("as_of_time", request.AsOfTime);
        checks.ThrowIfAny();

        await using var db = await databases.CreateDbContextAsync(cancellation);
        await Rows.AccountAsync(db, parent!.Account, cancellation);
        var contacts = db.Contacts.AsNoTracking().Where(row => row.AccountId == parent.Account && string.Compare(row.Id, after) > 0);
        if (request.Kind != ContactKind.Unspecified)
        {
            var kind = request.Kind.ToDomain();
            contacts = contacts.Where(row => row.Kind == kind);
        }

        if (asOf is { } at)
        {
            contacts = contacts.Where(row => row.EffectiveFrom <= at && (row.EffectiveUntil == null || row.EffectiveUntil > at));
        }

        var rows = await contacts.OrderBy(row => row.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListContactsResponse
        {
            Contacts = { rows.Take(size).Select(row => row.ToWire()) },
            NextPageToken = rows.Count > size ? PageTokens.Encode(request, rows[size - 1].Id) : "",
        };
    }
}
