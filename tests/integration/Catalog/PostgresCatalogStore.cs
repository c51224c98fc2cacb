using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>The same on a PostgreSQL database.</summary>
public sealed class PostgresCatalogStore : CatalogStore
{
    internal override async Task<string> MakeAsync() => await (await PostgresServer.SharedAsync()).MakeDatabaseAsync();
}
