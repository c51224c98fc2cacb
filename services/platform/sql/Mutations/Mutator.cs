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
public sealed class Mutator<TStore>(IDbContextFactory<TStore> stores, TimeProvider time) : IDisposable
    where TStore : StoreContext
{
    private const int Attempts = 3;

    // SQLite lets a second writer knock again and again, each on a thread of its own; here they queue.
    private readonly SemaphoreSlim _writers = new(1, 1);

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

    /// <summary>Whether a request id was used within <see cref="RequestRow.RepeatWindow"/>: what others are asked before a mutation need not be asked again for its repeat.</summary>
    public async Task<bool> KnowsAsync(string requestId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        var since = time.GetStoredInstant() - RequestRow.RepeatWindow;
        return await store.Requests.AnyAsync(row => row.RequestId == requestId && row.RecordTime >= since, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _writers.Dispose();

    private async Task<Changed<T>> TryAsync<T>(ChangeRequest request, Mutation<TStore, T> mutation, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        if (store.IsPostgres)
        {
            return await CarryOutAsync(store, request, mutation, cancellation);
        }

        await _writers.WaitAsync(cancellation);
        try
        {
            return await CarryOutAsync(store, request, mutation, cancellation);
        }
        finally
        {
            _writers.Release();
        }
    }

    private async Task<Changed<T>> CarryOutAsync<T>(TStore store, ChangeRequest request, Mutation<TStore, T> mutation, CancellationToken cancellation)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        await LockRequestAsync(store, request.RequestId, cancellation);
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

    // Else the second of two at once could look for the id before the first has kept it, and for the resource afterwards.
    private static Task LockRequestAsync(TStore store, string requestId, CancellationToken cancellation) => store.IsPostgres
        ? store.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({requestId}, 0))", cancellation)
        : Task.CompletedTask;

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
