using Microsoft.EntityFrameworkCore;
using SlaPlatform.Entitlements.Checks;

namespace SlaPlatform.Entitlements.Store;

/// <summary>Reads whole accounts.</summary>
internal sealed class AccountReader(IDbContextFactory<EntitlementsDb> databases)
{
    /// <summary>An account with its contacts and subscriptions, as of one moment; null when there is none.</summary>
    public async Task<AccountInputs?> ReadAsync(string accountId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        return await ReadAsync(db, accountId, cancellation);
    }

    /// <summary>The same inside a transaction of the caller.</summary>
    public static async Task<AccountInputs?> ReadAsync(EntitlementsDb db, string accountId, CancellationToken cancellation)
    {
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == accountId, cancellation);
        if (account is null)
        {
            return null;
        }

        var contacts = await db.Contacts.AsNoTracking().Where(row => row.AccountId == accountId).OrderBy(row => row.Id).ToListAsync(cancellation);
        var subscriptions = await db.Subscriptions.AsNoTracking().Where(row => row.AccountId == accountId).OrderBy(row => row.Id).ToListAsync(cancellation);
        return new AccountInputs(account, contacts, subscriptions);
    }
}
