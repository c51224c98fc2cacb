using Microsoft.EntityFrameworkCore;
using SlaPlatform.Sql;

namespace SlaPlatform.Catalog.Store;

/// <summary>The tables of the catalog.</summary>
internal class CatalogDb(DbContextOptions options) : StoreContext(options)
{
    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    /// <summary>Makes the transaction the only one that adds revisions, until it ends; readers are not kept waiting.</summary>
    public Task LockRevisionsAsync(CancellationToken cancellation) => IsPostgres
        ? Database.ExecuteSqlAsync($"LOCK TABLE revisions IN SHARE ROW EXCLUSIVE MODE", cancellation)
        : Task.CompletedTask;

    protected override void AddTables(ModelBuilder model) =>
        model.Entity<RevisionRow>(revision => revision.ToTable("revisions").HasKey(row => new { row.PolicyId, row.RevisionId }));
}
