using Microsoft.EntityFrameworkCore;
using SlaPlatform.Sql;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The tables of the entitlement service.</summary>
internal class EntitlementsDb(DbContextOptions options) : StoreContext(options)
{
    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

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
    }
}
