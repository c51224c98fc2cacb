using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The tables of the entitlement service.</summary>
internal sealed class EntitlementsDb(DbContextOptions<EntitlementsDb> options) : DbContext(options)
{
    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<RequestRow> Requests => Set<RequestRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AccountRow>(account => account.ToTable("accounts").HasKey(row => row.Id));
        modelBuilder.Entity<ContactRow>(contact =>
        {
            contact.ToTable("contacts").HasKey(row => new { row.AccountId, row.Id });
            contact.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<SubscriptionRow>(subscription =>
        {
            subscription.ToTable("subscriptions").HasKey(row => new { row.AccountId, row.Id });
            subscription.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
            subscription.HasIndex(row => new { row.PolicyId, row.PlanId });
        });
        modelBuilder.Entity<RequestRow>(request =>
        {
            request.ToTable("requests").HasKey(row => row.RequestId);
            request.HasIndex(row => row.RecordTime);
        });
    }
}
