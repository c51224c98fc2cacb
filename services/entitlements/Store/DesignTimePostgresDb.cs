using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The same for <c>-c PostgresEntitlementsDb -o Store/PostgresMigrations</c>; no server is asked.</summary>
internal sealed class DesignTimePostgresDb : IDesignTimeDbContextFactory<PostgresEntitlementsDb>
{
    public PostgresEntitlementsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresEntitlementsDb>().UseNpgsql("Host=localhost").Options);
}
