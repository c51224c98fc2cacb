using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SlaPlatform.Sql.Migrating;

/// <summary>Whether the store is migrated and answers.</summary>
internal sealed class StoreReadiness<TStore>(IDbContextFactory<TStore> stores) : IHealthCheck
    where TStore : StoreContext
{
    private volatile bool migrated;

    /// <summary>The tables are there.</summary>
    public void Migrated() => migrated = true;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!migrated)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The store's tables are not migrated yet.");
        }

        await using var store = await stores.CreateDbContextAsync(cancellationToken);
        return await store.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, "The store does not answer.");
    }
}
