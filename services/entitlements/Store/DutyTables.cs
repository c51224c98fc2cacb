using Microsoft.EntityFrameworkCore;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The tables of sunsets, obligations and named people.</summary>
internal static class DutyTables
{
    public static void AddDuties(this ModelBuilder model)
    {
        model.Entity<SunsetRow>(sunset => sunset.ToTable("sunsets").HasKey(row => new { row.PolicyId, row.Id }));
        model.Entity<TerminationRow>(termination =>
        {
            termination.ToTable("terminations").HasKey(row => new { row.AccountId, row.SubscriptionId, row.SunsetId });
            termination.HasOne<SubscriptionRow>().WithMany().HasForeignKey(row => new { row.AccountId, row.SubscriptionId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<OccasionRow>(occasion =>
        {
            occasion.ToTable("occasions").HasKey(row => new { row.Parent, row.Id });
            occasion.Property(row => row.Kind).HasConversion<string>();
        });
        model.Entity<CompletionRow>(completion =>
        {
            completion.ToTable("completions").HasKey(row => new { row.AccountId, row.ObligationId });
            completion.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AssignmentRow>(assignment =>
        {
            assignment.ToTable("assignments").HasKey(row => new { row.AccountId, row.Role });
            assignment.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
