using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SlaPlatform.Sql.Migrating;

/// <summary>
/// Brings the tables to the version of this program before anything is served. Where the database is away the service starts all the same, is not ready, and the
/// migration is tried again until it is done.
/// </summary>
internal sealed partial class StoreMigration<TStore>(
    IDbContextFactory<TStore> stores, IMigrationLock migrationLock, StoreReadiness<TStore> readiness, TimeProvider time, ILogger<StoreMigration<TStore>> logger) : IHostedLifecycleService, IDisposable
    where TStore : StoreContext
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private Task later = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!await TryAsync(cancellationToken))
        {
            later = GoOnAsync();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await later.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    private async Task GoOnAsync()
    {
        do
        {
            await Task.Delay(RetryAfter, time, stopping.Token);
        }
        while (!await TryAsync(stopping.Token));
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            await using var held = await migrationLock.TakeAsync(cancellation);
            await using var store = await stores.CreateDbContextAsync(cancellation);
            await store.Database.MigrateAsync(cancellation);
            readiness.Migrated();
            Migrated();
            return true;
        }
        catch (Exception e) when (StoreFailures.WillPass(e))
        {
            NotMigrated(e.Message);
            return false;
        }
    }

    [LoggerMessage(9102, LogLevel.Information, "The tables are as this version knows them")]
    private partial void Migrated();

    [LoggerMessage(9103, LogLevel.Warning, "The tables are not migrated yet: {Reason}")]
    private partial void NotMigrated(string reason);
}
