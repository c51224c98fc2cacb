using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SlaPlatform.Rpc.Errors;
using SQLitePCL;

namespace SlaPlatform.Sql;

/// <summary>Recognizes a store that is away, still being migrated, or busy for longer than a writer waits.</summary>
/// <param name="store">The name that callers are told.</param>
public sealed class StoreFailures(string store) : IFailureClassifier
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // The tables are not there yet, or not as this version knows them: another instance, or this one, is about to bring them up.
    private static readonly string[] NotMigrated = [PostgresErrorCodes.UndefinedTable, PostgresErrorCodes.UndefinedColumn, PostgresErrorCodes.InvalidCatalogName];

    /// <inheritdoc/>
    public RefusalException? Classify(Exception failure) => WillPass(failure) ? Refusals.Unavailable(store, RetryAfter) : null;

    /// <summary>Whether a failure is one that passes by itself.</summary>
    /// <param name="failure">What was thrown, by a query or by saving.</param>
    public static bool WillPass(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED }:
                case PostgresException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }:
                case PostgresException postgres when NotMigrated.Contains(postgres.SqlState):
                case NpgsqlException and not PostgresException:
                case SocketException:
                    return true;
            }
        }

        return false;
    }
}
