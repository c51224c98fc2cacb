using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Health;
using SlaPlatform.Clocks.Importing;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Clocks.Simulation.Portfolios;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Clocks.Hosting;

/// <summary>The parts of the clock.</summary>
internal static class ClockExtensions
{
    /// <summary>Adds the journal. Registered before the silo: its grains need it.</summary>
    public static WebApplicationBuilder AddJournal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<JournalOptions>().BindConfiguration(JournalOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ShardGauges>().AddSingleton<RecentFigures>();
        AddBackground<ClockMetrics>(services);
        services.AddSingleton<JournalGate>().AddSingleton<DurabilityCheck>().AddSingleton<TicketJournal>().AddSingleton<DueIndex>().AddSingleton<TicketIndex>()
            .AddSingleton<ComputedWith>().AddSingleton<Outbox>().AddSingleton<PolicyShelf>();
        AddBackground<JournalOpening>(services);
        services.AddHealthChecks().AddCheck<JournalOpening>("journal", tags: [HealthTags.Ready]);
        return builder;
    }

    /// <summary>Adds the shards, the event feed and what the endpoints need. Registered after the silo: what runs in the background needs its grains.</summary>
    public static WebApplicationBuilder AddClocks(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ShardOptions>().BindConfiguration(ShardOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<WatchOptions>().BindConfiguration(WatchOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PlanBooks>().AddSingleton<TicketDecider>().AddSingleton<ShardCounter>().AddSingleton<TurnPublisher>().AddSingleton<Watch>().AddSingleton<Recomputing>();
        services.AddSingleton<TicketCalls>().AddSingleton<PlanKeeper>().AddSingleton<TicketMessages>().AddSingleton<TicketOpener>().AddSingleton<Agreements>().AddSingleton<FactTeller>().AddSingleton<FactStream>()
            .AddSingleton<OpeningQuestions>().AddSingleton<PastFacts>().AddSingleton<TicketImporter>().AddSingleton<ImportStream>()
            .AddSingleton<PastTickets>().AddSingleton<PortfolioReplay>().AddSingleton<TicketReader>().AddSingleton<TicketLister>().AddSingleton<TicketWatcher>().AddSingleton<IFailureClassifier, ClockFailures>();
        services.AddSingleton<RedisLook>().AddSingleton<HealthReader>();
        AddBackground<ShardKeeper>(services);
        AddBackground<EventFeed>(services);
        return builder;
    }

    /// <summary>Adds the orderly stop. Registered first: what it announces comes before anything stops.</summary>
    public static WebApplicationBuilder AddDrain(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DrainOptions>().BindConfiguration(DrainOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>>((host, drain) => host.ShutdownTimeout = drain.Value.Within);
        services.AddSingleton<IStartupFilter, Farewell>().AddSingleton<ConnectionCut>();
        builder.WebHost.ConfigureKestrel(ConnectionCut.Configure);
        AddBackground<Drain>(services);
        services.AddHealthChecks().AddCheck<Drain>("draining", tags: [HealthTags.Ready]);
        return builder;
    }

    private static void AddBackground<T>(IServiceCollection services)
        where T : class, IHostedService
    {
        services.TryAddSingleton<T>();
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}
