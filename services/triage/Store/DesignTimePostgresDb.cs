using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SlaPlatform.Triage.Store;

/// <summary>The same for <c>-c PostgresTriageDb -o Store/PostgresMigrations</c>; no server is asked.</summary>
internal sealed class DesignTimePostgresDb : IDesignTimeDbContextFactory<PostgresTriageDb>
{
    public PostgresTriageDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresTriageDb>().UseNpgsql("Host=localhost").Options);
}
