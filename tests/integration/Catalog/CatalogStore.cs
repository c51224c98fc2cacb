using Microsoft.Data.Sqlite;
using SlaPlatform.Catalog.Endpoints;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>Databases for catalogs, which each test starts and ends itself. They are SQLite files.</summary>
public class CatalogStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sla-catalog-");

    /// <summary>Makes a database, or skips the test where there is no server for it.</summary>
    internal virtual Task<string> MakeAsync() => Task.FromResult($"Data Source={Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.db")}");

    /// <summary>Starts an instance on a database.</summary>
    internal static HostUnderTest<PlanCatalogEndpoint> Start(string store, params IEnumerable<KeyValuePair<string, string>> settings) =>
        new([new("ConnectionStrings:catalog", store), .. settings], _ => { });

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
