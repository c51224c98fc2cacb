using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Contacts;

/// <summary>Adds and changes contacts, under the plans' caps.</summary>
internal sealed partial class ContactOperations(AccountChanges changes, CapGuard caps, ILogger<ContactOperations> logger)
{
    public async Task<Changed<Contact>> AddAsync(AddContactRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        var requestId = checks.RequestId(request.RequestId);
        var id = NewIds.Wanted(checks, "contact_id", request.ContactId);
        var given = ContactChecks.Read(checks, request.Contact);
        if (given.From is { } from)
        {
            ContactChecks.Order(checks, from, given.Until);
        }

        checks.ThrowIfAny();
        var book = await caps.LoadAsync(parent!.Account, cancellation);
        var added = await changes.RunAsync(
            ChangeRequest.Of(request, requestId, parent.Account),
            async (db, now) =>
            {
                id = NewIds.Of(requestId, now, id);
                var name = new ContactName(parent.Account, id);
                var account = await Rows.AccountAsync(db, parent.Account, cancellation);
                if (await db.Contacts.FindAsync([parent.Account, id], cancellation) is not null)
                {
                    throw Refusals.AlreadyExists(name.Format(), "use another id, or change its effective times");
                }

                var row = NewRow(name, given, now);
                await CapGuard.CheckAsync(db, row, book, cancellation);
                db.Contacts.Add(row);
                account.Touch(now);
                return name.Format();
            },
            (db, name) => ReadAsync(db, name, cancellation),
            cancellation);
        if (!added.IsRepeat)
        {
            LogAdded(id, parent.Account);
        }

        return added;
    }

    public async Task<Changed<Contact>> UpdateAsync(UpdateContactRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var wire = request.Contact ?? new Contact();
        var name = checks.RequiredName<ContactName>("contact.name", wire.Name);
        var mask = UpdateMasks.Read(checks, request.UpdateMask, "display_name", "email", "phone", "effective_start_time", "effective_end_time");
        Etags.Require(checks, "contact.etag", wire.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var book = await caps.LoadAsync(name!.Account, cancellation);
        return await ChangeAsync(
            ChangeRequest.Of(request, requestId, name.Account),
            name,
            wire.Etag,
            async (db, row, now) =>
            {
                var before = (row.EffectiveFrom, row.EffectiveUntil);
                ContactMerge.Apply(row, wire, mask, now);
                if (row.EffectiveFrom < before.EffectiveFrom || IsLater(row.EffectiveUntil, before.EffectiveUntil))
                {
                    await CapGuard.CheckAsync(db, row, book, cancellation);
                }
            },
            cancellation);
    }

    public async Task<Changed<Contact>> RemoveAsync(RemoveContactRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ContactName>("name", request.Name);
        var end = checks.Time("effective_end_time", request.EffectiveEndTime)?.ToStored();
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var removed = await ChangeAsync(
            ChangeRequest.Of(request, requestId, name!.Account),
            name,
            request.Etag,
            (_, row, now) =>
            {
                var until = end ?? now;
                if (until < now)
                {
                    throw Refusals.InvalidArgument(ErrorReason.TimeOutOfRange, "effective_end_time", "It is in the past; leave it unset for now, or give a later time.");
                }

                // A contact that never came into force ends where it would have begun.
                row.EffectiveUntil = Instant.Max(row.EffectiveFrom, row.EffectiveUntil is { } earlier ? Instant.Min(earlier, until) : until);
                return Task.CompletedTask;
            },
            cancellation);
        if (!removed.IsRepeat)
        {
            LogRemoved(name.Contact, name.Account);
        }

        return removed;
    }

    private Task<Changed<Contact>> ChangeAsync(
        ChangeRequest request, ContactName name, string etag, Func<EntitlementsDb, ContactRow, Instant, Task> change, CancellationToken cancellation) => changes.RunAsync(
        request,
        async (db, now) =>
        {
            var row = await Rows.ContactAsync(db, name, cancellation);
            Etags.Check(etag, row.Revision, name.Format());
            await change(db, row, now);
            row.Revision++;
            (await Rows.AccountAsync(db, name.Account, cancellation)).Touch(now);
            return name.Format();
        },
        (db, text) => ReadAsync(db, text, cancellation),
        cancellation);

    private static ContactRow NewRow(ContactName name, ContactChecks given, Instant now) => new()
    {
        AccountId = name.Account,
        Id = name.Contact,
        DisplayName = given.DisplayName,
        Email = given.Email,
        Phone = given.Phone,
        Kind = given.Kind,
        EffectiveFrom = given.From ?? now,
        EffectiveUntil = given.Until,
        CreateTime = now,
        Revision = 1,
    };

    private static bool IsLater(Instant? after, Instant? before) => before is { } end && (after is not { } later || later > end);

    private static async Task<Contact> ReadAsync(EntitlementsDb db, string name, CancellationToken cancellation) =>
        (await Rows.ContactAsync(db, ContactName.Parse(name), cancellation)).ToWire();
}
