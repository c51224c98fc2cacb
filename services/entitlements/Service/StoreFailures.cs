using Microsoft.Data.Sqlite;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;
using SQLitePCL;

namespace SlaPlatform.Entitlements.Service;

/// <summary>Recognizes a store that is busy for longer than a writer waits.</summary>
internal sealed class StoreFailures : IFailureClassifier
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public RefusalException? Classify(Exception failure) => IsBusy(failure) ? Refusals.Unavailable(ResourceNames.Entitlements, RetryAfter) : null;

    /// <summary>Whether a failure is one that passes when other writers are done.</summary>
    public static bool IsBusy(Exception failure) =>
        (failure as SqliteException ?? failure.InnerException as SqliteException) is { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED };
}
