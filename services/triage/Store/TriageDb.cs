using Microsoft.EntityFrameworkCore;
using SlaPlatform.Sql;

namespace SlaPlatform.Triage.Store;

/// <summary>The tables of the triage service.</summary>
internal class TriageDb(DbContextOptions options) : StoreContext(options)
{
    public DbSet<ExclusionRow> Exclusions => Set<ExclusionRow>();

    public DbSet<ExclusionStepRow> ExclusionSteps => Set<ExclusionStepRow>();

    public DbSet<ClockFactRow> ClockFacts => Set<ClockFactRow>();

    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();

    public DbSet<FixedTicketRow> FixedTickets => Set<FixedTicketRow>();

    /// <summary>Makes the transaction the only one that decides about a ticket, until it ends.</summary>
    public Task LockTicketAsync(string ticket, CancellationToken cancellation) => IsPostgres
        ? Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({ticket}, 1))", cancellation)
        : Task.CompletedTask;

    protected override void AddTables(ModelBuilder model)
    {
        model.Entity<ExclusionRow>(exclusion =>
        {
            exclusion.ToTable("exclusions").HasKey(row => new { row.TicketId, row.Clause });
            exclusion.HasIndex(row => new { row.AccountId, row.TicketId, row.Clause });
        });
        model.Entity<ExclusionStepRow>(step =>
        {
            step.ToTable("exclusion_steps").HasKey(row => new { row.TicketId, row.Clause, row.Number });
            step.Property(row => row.Kind).HasConversion<string>();
            step.HasOne<ExclusionRow>().WithMany().HasForeignKey(row => new { row.TicketId, row.Clause }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReleaseRow>(release =>
        {
            release.ToTable("releases").HasKey(row => new { row.PolicyId, row.Id });
            release.HasIndex(row => new { row.PolicyId, row.Product, row.Version }).IsUnique();
        });
        model.Entity<FixedTicketRow>(ticket =>
        {
            ticket.ToTable("fixed_tickets").HasKey(row => new { row.PolicyId, row.ReleaseId, row.TicketId });
            ticket.HasOne<ReleaseRow>().WithMany().HasForeignKey(row => new { row.PolicyId, row.ReleaseId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ClockFactRow>(fact =>
        {
            fact.ToTable("clock_facts").HasKey(row => row.FactId);
            fact.Property(row => row.State).HasConversion<string>();
            fact.HasIndex(row => new { row.TicketId, row.Sequence }).IsUnique();
            fact.HasIndex(row => row.State);
        });
    }
}
