using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SlaPlatform.Catalog.Store;
using SlaPlatform.PolicyDocuments;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Sql;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>
/// Imports the bundled documents before any request is served. A document with errors stops the start. Where the database is away the service starts all the same, refuses
/// questions about policies, and the import is tried again until it is done.
/// </summary>
internal sealed partial class DocumentImport(
    IDbContextFactory<CatalogDb> stores, RevisionStore revisions, IOptions<PoliciesOptions> options, TimeProvider time, ILogger<DocumentImport> logger)
    : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _later = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var documents = await BundledDocuments.ReadAsync(options.Value, cancellationToken);
        if (!await TryAsync(documents, cancellationToken))
        {
            _later = GoOnAsync(documents);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _later.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task GoOnAsync(IReadOnlyList<ParsedPolicy> documents)
    {
        do
        {
            await Task.Delay(RetryAfter, time, _stopping.Token);
        }
        while (!await TryAsync(documents, _stopping.Token));
    }

    private async Task<bool> TryAsync(IReadOnlyList<ParsedPolicy> documents, CancellationToken cancellation)
    {
        try
        {
            await ImportAsync(documents, cancellation);
            await revisions.OpenAsync(cancellation);
            return true;
        }
        catch (Exception e) when (StoreFailures.WillPass(e) || e is RefusalException { Code: StatusCode.Unavailable })
        {
            LogNotImported(e.Message);
            return false;
        }
    }

    private async Task ImportAsync(IReadOnlyList<ParsedPolicy> documents, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        await store.LockRevisionsAsync(cancellation);
        var stored = await store.Revisions
            .Select(row => new BundledRevisions.StoredRevision(row.PolicyId, row.ContentHash, row.DocumentDate, row.Origin)).ToListAsync(cancellation);
        var leftOut = new List<string>();
        RevisionRow[] added = [.. BundledRevisions.ToAdd(documents, stored, time.GetStoredInstant(), leftOut)];
        store.Revisions.AddRange(added);
        await store.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var row in added)
        {
            LogImported(row.PolicyId, row.RevisionId, row.EffectiveTime);
        }

        foreach (var policy in leftOut)
        {
            LogLeftOut(policy);
        }
    }
}
