using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Entitlements.Checks;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Entitlements.Changes;

/// <summary>
/// Carries out mutations: tombstone in Redis, one SQL transaction (as the only writer) with the request id in it, then the new inputs in Redis.
/// While Redis is away no existing account is changed, because a check elsewhere could go on with what it knew.
/// </summary>
internal sealed class AccountChanges(IDbContextFactory<EntitlementsDb> databases, CheckCache cache, TimeProvider time)
{
    /// <summary>For how long a repeated request id changes nothing.</summary>
    public static readonly Duration RepeatWindow = Duration.FromHours(24);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Runs a mutation, or finds that it has run.</summary>
    /// <param name="request">The request.</param>
    /// <param name="apply">Makes the change at an instant and gives the name of the resource; its refusals leave everything as it was.</param>
    /// <param name="read">Reads the resource by name as it now stands.</param>
    /// <param name="cancellation">Cancels it, before the commit.</param>
    public async Task<Changed<T>> RunAsync<T>(
        ChangeRequest request, Func<EntitlementsDb, Instant, Task<string>> apply, Func<EntitlementsDb, string, Task<T>> read, CancellationToken cancellation)
    {
        var tombstone = request.AccountId is { } account
            ? await cache.BeginAsync(account) ?? throw Refusals.Unavailable(ResourceNames.Redis, RetryAfter)
            : null;
        var outcome = new Outcome();
        try
        {
            return await CommitAsync(request, apply, read, outcome, cancellation);
        }
        finally
        {
            // A commit that neither succeeded nor failed for certain leaves its tombstone, and readers ask SQL until that expires.
            if (tombstone is not null && outcome.IsKnown)
            {
                await cache.EndAsync(request.AccountId!, tombstone, outcome.Committed);
            }
        }
    }

    private async Task<Changed<T>> CommitAsync<T>(
        ChangeRequest request,
        Func<EntitlementsDb, Instant, Task<string>> apply,
        Func<EntitlementsDb, string, Task<T>> read,
        Outcome outcome,
        CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetStoredInstant();
        var expired = now - RepeatWindow;
        await db.Requests.Where(row => row.RecordTime < expired).ExecuteDeleteAsync(cancellation);
        if (await db.Requests.FindAsync([request.RequestId], cancellation) is { } earlier)
        {
            return earlier.Digest == request.Digest
                ? new Changed<T>(await read(db, earlier.ResourceName), IsRepeat: true)
                : throw Refusals.RequestIdReused(request.RequestId);
        }

        var name = await apply(db, now);
        db.Requests.Add(new RequestRow { RequestId = request.RequestId, Digest = request.Digest, ResourceName = name, RecordTime = now });
        await db.SaveChangesAsync(cancellation);
        var resource = await read(db, name);
        var inputs = request.AccountId is { } account ? await AccountReader.ReadAsync(db, account, cancellation) : null;
        outcome.IsKnown = false;
        await transaction.CommitAsync(CancellationToken.None);
        outcome.Committed = inputs;
        outcome.IsKnown = true;
        return new Changed<T>(resource, IsRepeat: false);
    }

    private sealed class Outcome
    {
        public bool IsKnown { get; set; } = true;

        public AccountInputs? Committed { get; set; }
    }
}
