using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql.Mutations;
using DomainStanding = SlaPlatform.Engine.Entitlements.Standing;

namespace SlaPlatform.Entitlements.Accounts;

/// <summary>Creates and changes accounts.</summary>
internal sealed partial class AccountOperations(AccountChanges changes, ILogger<AccountOperations> logger)
{
    private const int LongestReason = 1000;

    public async Task<Changed<Account>> CreateAsync(CreateAccountRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var requestId = checks.RequestId(request.RequestId);
        var id = NewIds.Wanted(checks, "account_id", request.AccountId);
        var displayName = checks.RequiredText("account.display_name", request.Account?.DisplayName ?? "", Limits.TitleCharacters);
        checks.ThrowIfAny();

        var created = await changes.RunAsync(
            ChangeRequest.Of(request, requestId, subject: null),
            async (db, now) =>
            {
                id = NewIds.Of(requestId, now, id);
                var name = new AccountName(id).Format();
                if (await db.Accounts.FindAsync([id], cancellation) is not null)
                {
                    throw Refusals.AlreadyExists(name, "use another id");
                }

                db.Accounts.Add(new AccountRow { Id = id, DisplayName = displayName, Version = 1, Revision = 1, CreateTime = now, UpdateTime = now });
                return name;
            },
            (db, name) => ReadAsync(db, name, cancellation),
            cancellation);
        if (!created.IsRepeat)
        {
            LogCreated(id);
        }

        return created;
    }

    public Task<Changed<Account>> UpdateAsync(UpdateAccountRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var given = request.Account ?? new Account();
        var name = checks.RequiredName<AccountName>("account.name", given.Name);
        UpdateMasks.Read(checks, request.UpdateMask, "display_name");
        var displayName = checks.RequiredText("account.display_name", given.DisplayName, Limits.TitleCharacters);
        Etags.Require(checks, "account.etag", given.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        return ChangeAsync(ChangeRequest.Of(request, requestId, name!.Account), given.Etag, account => account.DisplayName = displayName, cancellation);
    }

    public async Task<Changed<Account>> SuspendAsync(SuspendAccountRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<AccountName>("name", request.Name);
        var reason = checks.RequiredText("reason", request.Reason, LongestReason);
        var actor = checks.Text("actor", request.Actor, Limits.TitleCharacters);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var changed = await ChangeAsync(
            ChangeRequest.Of(request, requestId, name!.Account),
            request.Etag,
            account =>
            {
                account.Standing = DomainStanding.Suspended;
                account.SuspendReason = reason;
            },
            cancellation);
        if (!changed.IsRepeat)
        {
            LogSuspended(name.Account, actor);
        }

        return changed;
    }

    public async Task<Changed<Account>> ReinstateAsync(ReinstateAccountRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<AccountName>("name", request.Name);
        var actor = checks.Text("actor", request.Actor, Limits.TitleCharacters);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var changed = await ChangeAsync(
            ChangeRequest.Of(request, requestId, name!.Account),
            request.Etag,
            account =>
            {
                account.Standing = DomainStanding.Good;
                account.SuspendReason = "";
            },
            cancellation);
        if (!changed.IsRepeat)
        {
            LogReinstated(name.Account, actor);
        }

        return changed;
    }

    private Task<Changed<Account>> ChangeAsync(ChangeRequest request, string etag, Action<AccountRow> change, CancellationToken cancellation) => changes.RunAsync(
        request,
        async (db, now) =>
        {
            var account = await Rows.AccountAsync(db, request.Subject!, cancellation);
            var name = new AccountName(account.Id).Format();
            Etags.Check(etag, account.Revision, name);
            var standing = account.Standing;
            change(account);
            account.Revision++;
            account.Touch(now);
            if (account.Standing != standing)
            {
                db.StandingChanges.Add(new StandingChangeRow { AccountId = account.Id, Version = account.Version, IsSuspended = account.Standing == DomainStanding.Suspended, Time = now });
            }

            return name;
        },
        (db, name) => ReadAsync(db, name, cancellation),
        cancellation);

    private static async Task<Account> ReadAsync(EntitlementsDb db, string name, CancellationToken cancellation) =>
        (await Rows.AccountAsync(db, AccountName.Parse(name).Account, cancellation)).ToWire();
}
