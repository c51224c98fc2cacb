using NodaTime;
using SlaPlatform.Entitlements.Checks;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Changes;

/// <summary>
/// Carries out mutations of accounts: tombstone in Redis, one SQL transaction (as the account's only writer) with the request id in it, then the new inputs in Redis.
/// While Redis is away no existing account is changed, because a check elsewhere could go on with what it knew.
/// </summary>
internal sealed class AccountChanges(Mutator<EntitlementsDb> mutator, CheckCache cache)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Runs a mutation, or finds that it has run.</summary>
    /// <param name="request">The request; its subject is the account.</param>
    /// <param name="apply">Makes the change at an instant and gives the name of the resource; its refusals leave everything as it was.</param>
    /// <param name="read">Reads the resource by name as it now stands.</param>
    /// <param name="cancellation">Cancels it, before the commit.</param>
    public async Task<Changed<T>> RunAsync<T>(
        ChangeRequest request, Func<EntitlementsDb, Instant, Task<string>> apply, Func<EntitlementsDb, string, Task<T>> read, CancellationToken cancellation)
    {
        if (request.Subject is not { } account)
        {
            return await mutator.RunAsync(request, new Mutation<EntitlementsDb, T> { Apply = apply, Read = read }, cancellation);
        }

        var tombstone = await cache.BeginAsync(account) ?? throw Refusals.Unavailable(ResourceNames.Redis, RetryAfter);
        var (isKnown, inputs, committed) = (true, (AccountInputs?)null, (AccountInputs?)null);
        var mutation = new Mutation<EntitlementsDb, T>
        {
            Lock = db => db.LockAccountAsync(account, cancellation),
            Apply = apply,
            Read = read,
            Committing = async db =>
            {
                inputs = await AccountReader.ReadAsync(db, account, cancellation);
                isKnown = false;
            },
            Committed = () => (isKnown, committed) = (true, inputs),
        };
        try
        {
            return await mutator.RunAsync(request, mutation, cancellation);
        }
        finally
        {
            // A commit that neither succeeded nor failed for certain leaves its tombstone, and readers ask SQL until that expires.
            if (isKnown)
            {
                await cache.EndAsync(account, tombstone, committed);
            }
        }
    }
}
