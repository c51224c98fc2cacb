using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The tables of availability, and of what clocks tell and are told.</summary>
internal static class AvailabilityTables
{
    public static void AddAvailability(this ModelBuilder model)
    {
        model.Entity<MaintenanceWindowRow>(window =>
        {
            window.ToTable("maintenance_windows").HasKey(row => new { row.AccountId, row.Id });
            window.OfAccount();
        });
        model.Entity<DowntimeRow>(downtime =>
        {
            downtime.ToTable("downtimes").HasKey(row => new { row.AccountId, row.Id });
            downtime.HasIndex(row => row.TicketId);
            downtime.OfAccount();
        });
        model.Entity<DowntimeExclusionRow>(exclusion =>
        {
            exclusion.ToTable("downtime_exclusions").HasKey(row => new { row.AccountId, row.Id });
            exclusion.Property(row => row.Cause).HasConversion<string>();
            exclusion.HasIndex(row => new { row.AccountId, row.Subject });
            exclusion.OfAccount();
        });
        model.Entity<CreditRow>(credit =>
        {
            credit.ToTable("credits").HasKey(row => new { row.AccountId, row.Id });
            credit.OfAccount();
        });
        model.Entity<InstanceRow>(instance =>
        {
            instance.ToTable("instances").HasKey(row => new { row.AccountId, row.Label });
            instance.OfAccount();
        });
        model.Entity<StandingChangeRow>(change =>
        {
            change.ToTable("standing_changes").HasKey(row => new { row.AccountId, row.Version });
            change.HasIndex(row => row.DoneTime);
            change.OfAccount();
        });
        model.Entity<StandingPauseRow>(pause =>
        {
            pause.ToTable("standing_pauses").HasKey(row => new { row.AccountId, row.TicketId });
            pause.OfAccount();
        });
        model.Entity<WatchRow>(watch => watch.ToTable("watches").HasKey(row => row.Name));
    }

    private static void OfAccount<T>(this EntityTypeBuilder<T> entity)
        where T : class =>
        entity.HasOne<AccountRow>().WithMany().HasForeignKey("AccountId").OnDelete(DeleteBehavior.Restrict);
}
