using Microsoft.EntityFrameworkCore;

namespace SlaPlatform.Sql;

/// <summary>Gives the PostgreSQL form of a store to those who ask for the store.</summary>
internal sealed class PostgresContexts<TStore, TPostgres>(IDbContextFactory<TPostgres> stores) : IDbContextFactory<TStore>
    where TStore : StoreContext
    where TPostgres : TStore
{
    public TStore CreateDbContext() => stores.CreateDbContext();

    public async Task<TStore> CreateDbContextAsync(CancellationToken cancellationToken = default) => await stores.CreateDbContextAsync(cancellationToken);
}
