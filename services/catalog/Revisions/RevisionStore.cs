using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Catalog.Store;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.Sql;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>
/// The revisions, as far as this instance has read them from the store. What was in force up to a moment after the reading is certain, see <see cref="PublicationNotice"/>;
/// for later times, and for what is not found, the store is read again. Safe for concurrent use.
/// </summary>
internal sealed partial class RevisionStore(IDbContextFactory<CatalogDb> stores, TimeProvider time, ILogger<RevisionStore> logger) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // Less than callers wait: they are to learn that the store does not answer, not that their time is up.
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(4);

    // The least that a clock moves: a reading that was begun in the moment of the question may have missed what it is about.
    private static readonly Duration Moment = Duration.FromTicks(1);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _change = new();
    private volatile Reading? _last;

    /// <summary>The book that tells what is in force at a time.</summary>
    /// <exception cref="RefusalException">The import at start is not done.</exception>
    public Task<RevisionBook> BookAsync(Instant at, CancellationToken cancellation) => GetAsync(at - PublicationNotice.BookLifetime, cancellation);

    /// <summary>A revision by its id, or the one in force at a time.</summary>
    /// <exception cref="RefusalException">There is none, or the import at start is not done.</exception>
    public async Task<Publication> FindAsync(string policyId, string? revision, Instant at, CancellationToken cancellation)
    {
        var asked = time.GetStoredInstant();
        var book = revision is not null && _last is { } last ? last.Book : await BookAsync(at, cancellation);
        return (book.Has(policyId, revision) ? book : await GetAsync(asked + Moment, cancellation)).Find(policyId, revision, at);
    }

    /// <summary>The revisions of a policy as they are known now, latest effective time first.</summary>
    /// <exception cref="RefusalException">There is no such policy, or the import at start is not done.</exception>
    public async Task<ImmutableArray<Publication>> HistoryAsync(string policyId, CancellationToken cancellation)
    {
        var asked = time.GetStoredInstant();
        var book = await BookAsync(asked, cancellation);
        return (book.Has(policyId, null) ? book : await GetAsync(asked + Moment, cancellation)).History(policyId);
    }

    /// <summary>Reads the store for the first time, now that all documents are imported.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        Begin(_last?.Begun ?? Instant.MinValue);
        await GetAsync(time.GetStoredInstant() + Moment, cancellation);
    }

    /// <summary>Reads what others have stored since.</summary>
    public Task RefreshAsync(CancellationToken cancellation) => _last is null ? Task.CompletedTask : GetAsync(time.GetStoredInstant() + Moment, cancellation);

    /// <summary>The revisions read that this version cannot make sense of.</summary>
    public IEnumerable<UnreadableRevision> Unreadable => _last?.Book.Unreadable ?? [];

    /// <summary>Takes in a revision that is stored.</summary>
    public void Add(Publication publication) => Change(book => book.With(publication));

    public void Dispose() => _turn.Dispose();

    private async Task<RevisionBook> GetAsync(Instant since, CancellationToken cancellation)
    {
        if (_last is { } ready && ready.Begun >= since)
        {
            return ready.Book;
        }

        using var limit = new CancellationTokenSource(ReadLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await ReadInTurnAsync(since, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Refusals.Unavailable(ResourceNames.Catalog, RetryAfter);
        }
    }

    private async Task<RevisionBook> ReadInTurnAsync(Instant since, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var store = await stores.CreateDbContextAsync(cancellation);
            if (_last is not { } last)
            {
                // Asked so that a store that is away is what the caller is told.
                await store.Revisions.AnyAsync(cancellation);
                throw Refusals.NotReady(ResourceNames.Catalog, RetryAfter);
            }

            return last.Begun >= since ? last.Book : await ReadAsync(store, last.Book, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<RevisionBook> ReadAsync(CatalogDb store, RevisionBook known, CancellationToken cancellation)
    {
        var begun = time.GetStoredInstant();
        var names = await store.Revisions.AsNoTracking().Select(row => new { row.PolicyId, row.RevisionId }).ToListAsync(cancellation);
        foreach (var name in names.Where(name => !known.Has(name.PolicyId, name.RevisionId)))
        {
            // Taken in one by one, so that a reading that is given up need not begin from nothing.
            Take(await store.Revisions.AsNoTracking().SingleAsync(row => row.PolicyId == name.PolicyId && row.RevisionId == name.RevisionId, cancellation));
        }

        return Begin(begun);
    }

    // One that cannot be read is set aside for its own policy: the others have nothing to do with it.
    private void Take(RevisionRow row)
    {
        try
        {
            Add(Publication.Of(row));
        }
        catch (InvalidDataException e)
        {
            var unreadable = new UnreadableRevision(new PolicyRevisionName(row.PolicyId, row.RevisionId), row.EffectiveTime, row.RecordTime, e.Message);
            Change(book => book.With(unreadable));
            LogUnreadable(unreadable.Name.Format(), e.Message);
        }
    }

    private void Change(Func<RevisionBook, RevisionBook> change)
    {
        lock (_change)
        {
            if (_last is { } last)
            {
                _last = last with { Book = change(last.Book) };
            }
        }
    }

    private RevisionBook Begin(Instant begun)
    {
        lock (_change)
        {
            _last = new Reading(_last?.Book ?? RevisionBook.Empty, begun);
            return _last.Book;
        }
    }

    [LoggerMessage(2006, LogLevel.Error, "The stored revision {Revision} cannot be read and is set aside; questions that need it are refused: {Reason}")]
    private partial void LogUnreadable(string revision, string reason);

    /// <summary>What a reading of the store found, and when it began.</summary>
    private sealed record Reading(RevisionBook Book, Instant Begun);
}
