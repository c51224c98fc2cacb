using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The tables of allowances.</summary>
internal static class LedgerTables
{
    public static void AddLedger(this ModelBuilder model)
    {
        model.Entity<AllowanceRow>(allowance =>
        {
            allowance.ToTable("allowances", table => table.HasCheckConstraint("CK_allowances_not_negative", """ "Available" >= 0 AND "Reserved" >= 0 AND "Consumed" >= 0 """));
            allowance.HasKey(row => new { row.AccountId, row.SubscriptionId, row.Feature });
            allowance.OfSubscription(row => new { row.AccountId, row.SubscriptionId });
            allowance.KeepQuantities();
        });
        model.Entity<AllowanceHoldRow>(hold =>
        {
            hold.ToTable("allowance_holds").HasKey(row => new { row.AccountId, row.SubscriptionId, row.Feature, row.Reservation });
            hold.OfSubscription(row => new { row.AccountId, row.SubscriptionId });
            hold.KeepQuantities();
        });
        model.Entity<LedgerEntryRow>(entry =>
        {
            entry.ToTable("ledger_entries", table => table.HasCheckConstraint(
                "CK_ledger_entries_sum_to_zero", """ "Granted" + "Available" + "Reserved" + "Consumed" + "Expired" = 0 """));
            entry.HasKey(row => new { row.AccountId, row.SubscriptionId, row.Feature, row.Sequence });
            entry.HasIndex(row => new { row.AccountId, row.SubscriptionId, row.Feature, row.Reservation });
            entry.HasIndex(row => new { row.AccountId, row.SubscriptionId, row.Feature, row.PeriodStart });
            entry.Property(row => row.Operation).HasConversion(operation => LedgerCodes.Of(operation), code => LedgerCodes.OperationOf(code));
            entry.OfSubscription(row => new { row.AccountId, row.SubscriptionId });
            entry.KeepQuantities();
        });
        model.Entity<SubscriptionVersionRow>(version =>
        {
            version.ToTable("subscription_versions").HasKey(row => new { row.AccountId, row.SubscriptionId, row.Number });
            version.OfSubscription(row => new { row.AccountId, row.SubscriptionId });
        });
    }

    private static void OfSubscription<T>(this EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, object?>> key)
        where T : class =>
        entity.HasOne<SubscriptionRow>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    private static void KeepQuantities<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.PropertyType == typeof(decimal)))
        {
            entity.Property(property.Name).HasConversion<QuantityConverter>();
        }
    }
}
