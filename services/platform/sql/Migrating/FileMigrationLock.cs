using Microsoft.Data.Sqlite;

namespace SlaPlatform.Sql.Migrating;

/// <summary>A file beside the SQLite database that one process has open at a time. It stays, empty: deleting it would let two in.</summary>
internal sealed class FileMigrationLock(string connectionString, TimeProvider time) : IMigrationLock
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancellation)
    {
        var file = $"{Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource)}.migration-lock";
        while (true)
        {
            try
            {
                var held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                await ForgetDeadHolderAsync(cancellation);
                return held;
            }
            catch (IOException)
            {
                await Task.Delay(Look, time, cancellation);
            }
        }
    }

    // The lock table of the migrations themselves keeps the row of a process that was killed, and would be waited for without end.
    private async Task ForgetDeadHolderAsync(CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        // The write-ahead log is set here, too: the migrations begin with a look that may not write.
        command.CommandText = "PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\";";
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
