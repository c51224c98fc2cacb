using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SlaPlatform.Catalog.Store;

/// <summary>The same for <c>-c PostgresCatalogDb -o Store/PostgresMigrations</c>; no server is asked.</summary>
internal sealed class DesignTimePostgresDb : IDesignTimeDbContextFactory<PostgresCatalogDb>
{
    public PostgresCatalogDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCatalogDb>().UseNpgsql("Host=localhost").Options);
}
