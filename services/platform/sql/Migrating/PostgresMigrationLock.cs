using Npgsql;

namespace SlaPlatform.Sql.Migrating;

/// <summary>An advisory lock of PostgreSQL, held by a connection of its own; it ends with that.</summary>
internal sealed class PostgresMigrationLock(string connectionString) : IMigrationLock
{
    // Any number will do as long as no other program of the same database takes it: "SlaPlat" in ASCII.
    private const long Key = 0x536C61506C6174;

    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancellation)
    {
        // A pooled connection would keep the lock after it is closed.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(@key)", connection) { CommandTimeout = 0 };
            command.Parameters.AddWithValue("key", Key);
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
