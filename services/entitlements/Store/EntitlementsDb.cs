using Microsoft.EntityFrameworkCore;
using SlaPlatform.Sql;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The tables of the entitlement service.</summary>
internal class EntitlementsDb(DbContextOptions options) : StoreContext(options)
{
    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<SubscriptionVersionRow> SubscriptionVersions => Set<SubscriptionVersionRow>();

    public DbSet<AllowanceRow> Allowances => Set<AllowanceRow>();

    public DbSet<AllowanceHoldRow> AllowanceHolds => Set<AllowanceHoldRow>();

    public DbSet<LedgerEntryRow> LedgerEntries => Set<LedgerEntryRow>();

    public DbSet<SunsetRow> Sunsets => Set<SunsetRow>();

    public DbSet<TerminationRow> Terminations => Set<TerminationRow>();

    public DbSet<OccasionRow> Occasions => Set<OccasionRow>();

    public DbSet<CompletionRow> Completions => Set<CompletionRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<MaintenanceWindowRow> MaintenanceWindows => Set<MaintenanceWindowRow>();

    public DbSet<DowntimeRow> Downtimes => Set<DowntimeRow>();

    public DbSet<DowntimeExclusionRow> DowntimeExclusions => Set<DowntimeExclusionRow>();

    public DbSet<CreditRow> Credits => Set<CreditRow>();

    public DbSet<InstanceRow> Instances => Set<InstanceRow>();

    public DbSet<WatchRow> Watches => Set<WatchRow>();

    public DbSet<StandingChangeRow> StandingChanges => Set<StandingChangeRow>();

    public DbSet<StandingPauseRow> StandingPauses => Set<StandingPauseRow>();

    /// <summary>Makes the transaction the only one that changes an account, until it ends.</summary>
    public Task LockAccountAsync(string account, CancellationToken cancellation) => IsPostgres
        ? Database.ExecuteSqlAsync($"""SELECT 1 FROM accounts WHERE "Id" = {account} FOR UPDATE""", cancellation)
        : Task.CompletedTask;

    protected override void AddTables(ModelBuilder model)
    {
        model.Entity<AccountRow>(account => account.ToTable("accounts").HasKey(row => row.Id));
        model.Entity<ContactRow>(contact =>
        {
            contact.ToTable("contacts").HasKey(row => new { row.AccountId, row.Id });
            contact.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SubscriptionRow>(subscription =>
        {
            subscription.ToTable("subscriptions").HasKey(row => new { row.AccountId, row.Id });
            subscription.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
            subscription.HasIndex(row => new { row.PolicyId, row.PlanId });
        });
        model.AddLedger();
        model.AddDuties();
        model.AddAvailability();
    }
}
