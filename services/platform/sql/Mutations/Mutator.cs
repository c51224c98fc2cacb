using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Sql.Mutations;

/// <summary>
/// Carries out mutations, each in one transaction with its request id in it: a repeat of the id changes nothing for <see cref="RequestRow.RepeatWindow"/>. Two at once with one id
/// are carried out once.
/// </summary>
/// <param name="stores">The store.</param>
/// <param name="time">The clock.</param>
public sealed class Mutator<TStore>(IDbContextFactory<TStore> stores, TimeProvider time)
    where TStore : StoreContext
{
    private const int Attempts = 3;

    /// <summary>Runs a mutation, or finds that it has run.</summary>
    /// <typeparam name="T">The resource.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="mutation">What it does.</param>
    /// <param name="cancellation">Cancels it, before the commit.</param>
    /// <exception cref="RefusalException">It is refused, or the id was used for another request.</exception>
    public async Task<Changed<T>> RunAsync<T>(ChangeRequest request, Mutation<TStore, T> mutation, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(request, mutation, cancellation);
            }
            catch (Exception e) when (attempt < Attempts && IsBeatenToIt(e))
            {
                // Another transaction made the same row first; the next attempt finds it.
            }
        }
    }

    private async Task<Changed<T>> TryAsync<T>(ChangeRequest request, Mutation<TStore, T> mutation, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        await mutation.Lock(store);
        var now = time.GetStoredInstant();
        var earlier = await store.Requests.FindAsync([request.RequestId], cancellation);
        if (earlier is not null && earlier.RecordTime >= now - RequestRow.RepeatWindow)
        {
            return earlier.Digest == request.Digest
                ? new Changed<T>(await mutation.Read(store, earlier.ResourceName), IsRepeat: true)
                : throw Refusals.RequestIdReused(request.RequestId);
        }

        var name = await mutation.Apply(store, now);
        Note(store, earlier, request, name, now);
        await store.SaveChangesAsync(cancellation);
        var resource = await mutation.Read(store, name);
        await mutation.Committing(store);
        await transaction.CommitAsync(CancellationToken.None);
        mutation.Committed();
        return new Changed<T>(resource, IsRepeat: false);
    }

    private static void Note(TStore store, RequestRow? earlier, ChangeRequest request, string name, Instant now)
    {
        if (earlier is null)
        {
            store.Requests.Add(new RequestRow { RequestId = request.RequestId, Digest = request.Digest, ResourceName = name, RecordTime = now });
            return;
        }

        (earlier.Digest, earlier.ResourceName, earlier.RecordTime) = (request.Digest, name, now);
    }

    private static bool IsBeatenToIt(Exception failure) => failure is DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } };
}
