using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using SlaPlatform.Sql.Conversions;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Sql;

/// <summary>
/// The tables of a service, on SQLite or PostgreSQL. Instants are kept as numbers, dates as ISO texts, and texts are ordered by their code points on both, so that pages of
/// a list are the same everywhere.
/// </summary>
/// <param name="options">The options; those of a derived context for PostgreSQL do, too.</param>
public abstract class StoreContext(DbContextOptions options) : DbContext(options)
{
    private const string CodePointOrder = "C";

    /// <summary>The mutations that were carried out, by request id.</summary>
    public DbSet<RequestRow> Requests => Set<RequestRow>();

    /// <summary>Whether it is PostgreSQL; else it is SQLite, which has one writer at a time.</summary>
    public bool IsPostgres => Database.IsNpgsql();

    /// <summary>Begins a transaction whose reads all see one moment and keep no writer waiting.</summary>
    /// <param name="cancellation">Cancels the beginning.</param>
    public Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation) =>
        // This level makes SQLite begin deferred; any other begins as a writer.
        Database.BeginTransactionAsync(IsPostgres ? IsolationLevel.RepeatableRead : IsolationLevel.ReadUncommitted, cancellation);

    /// <summary>Adds the service's tables.</summary>
    /// <param name="model">The model.</param>
    protected abstract void AddTables(ModelBuilder model);

    /// <inheritdoc/>
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
    }

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RequestRow>(request =>
        {
            request.ToTable("requests").HasKey(row => row.RequestId);
            request.HasIndex(row => row.RecordTime);
        });
        AddTables(modelBuilder);
        if (IsPostgres)
        {
            foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)))
            {
                property.SetCollation(CodePointOrder);
            }
        }
    }
}
