namespace SlaPlatform.Sql.Migrating;

/// <summary>Lets one instance at a time migrate a store. A lock that its holder cannot give back, because it was killed, is gone with it.</summary>
internal interface IMigrationLock
{
    /// <summary>Waits for the lock.</summary>
    Task<IAsyncDisposable> TakeAsync(CancellationToken cancellation);
}
