using SlaPlatform.Triage.Clocks;
using SlaPlatform.Triage.Disagreements;
using SlaPlatform.Triage.Exclusions;
using SlaPlatform.Triage.Releases;

namespace SlaPlatform.Triage;

/// <summary>Registers the service.</summary>
internal static class TriageExtensions
{
    public static IServiceCollection AddTriage(this IServiceCollection services) => services
        .AddSingleton<FactDelivery>()
        .AddHostedService<OwedFacts>()
        .AddSingleton<TicketQuestions>()
        .AddSingleton<ExclusionOperations>()
        .AddSingleton<ExclusionQueries>()
        .AddSingleton<DisagreementQuery>()
        .AddSingleton<VersionJudge>()
        .AddSingleton<FixedTickets>()
        .AddSingleton<ReleaseOperations>();
}
