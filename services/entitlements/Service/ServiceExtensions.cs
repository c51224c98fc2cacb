using SlaPlatform.Entitlements.Accounts;
using SlaPlatform.Entitlements.Allowances;
using SlaPlatform.Entitlements.Assignments;
using SlaPlatform.Entitlements.Availability;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Checks;
using SlaPlatform.Entitlements.Contacts;
using SlaPlatform.Entitlements.Figures;
using SlaPlatform.Entitlements.Obligations;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Entitlements.Sunsets;

namespace SlaPlatform.Entitlements.Service;

/// <summary>Registers the service.</summary>
internal static class ServiceExtensions
{
    public static IServiceCollection AddEntitlementService(this IServiceCollection services) => services
        .AddSingleton<CheckCache>()
        .AddSingleton<CheckMetrics>()
        .AddSingleton<AccountChanges>()
        .AddSingleton<AccountOperations>()
        .AddSingleton<AccountQueries>()
        .AddSingleton<CapGuard>()
        .AddSingleton<ContactOperations>()
        .AddSingleton<ContactQueries>()
        .AddSingleton<PolicyFinder>()
        .AddSingleton<PlanGuard>()
        .AddSingleton<SubscriptionOperations>()
        .AddSingleton<SubscriptionQueries>()
        .AddSingleton<Cancellations>()
        .AddSingleton<CheckOperation>()
        .AddSingleton<TermsLoader>()
        .AddSingleton<AllowanceQueries>()
        .AddSingleton<LedgerOperations>()
        .AddSingleton<AvailabilityCalculator>()
        .AddSingleton<AccountReader>()
        .AddSingleton<SunsetCalculator>()
        .AddSingleton<SunsetOperations>()
        .AddSingleton<Terminations>()
        .AddSingleton<ObligationBook>()
        .AddSingleton<ObligationOperations>()
        .AddSingleton<OccasionOperations>()
        .AddSingleton<AssignmentOperations>()
        .AddSingleton<TicketRouter>()
        .AddSingleton<MaintenanceOperations>()
        .AddSingleton<DowntimeOperations>()
        .AddSingleton<ExclusionOperations>()
        .AddSingleton<InstanceOperations>()
        .AddSingleton<StatementOperations>();
}
