using Microsoft.Extensions.Options;
using OpenTelemetry.Trace;
using Orleans.Configuration;
using Orleans.Dashboard;
using SlaPlatform.Clocks.Grains.Placement;
using SlaPlatform.Clocks.Health;
using SlaPlatform.Clocks.Telemetry;

namespace SlaPlatform.Clocks.Hosting;

/// <summary>The Orleans silo.</summary>
internal static class SiloExtensions
{
    private const int LocalSiloPort = 11111;
    private const int LocalGatewayPort = 30000;

    /// <summary>
    /// Adds the silo. Cluster, endpoints and clustering come from the configuration section <c>Orleans</c>, as the AppHost gives it; without
    /// <c>Orleans:Clustering:ProviderType</c> the silo is alone on this machine.
    /// </summary>
    public static WebApplicationBuilder AddClockSilo(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<MembershipOptions>().BindConfiguration(MembershipOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<MembershipOptions>>((cluster, membership) => Apply(cluster, membership.Value));
        builder.Services.AddSingleton<SiloFiguresClient>();
        if (builder.Configuration["OTEL_TRACES_SAMPLER"] is null)
        {
            builder.Services.ConfigureOpenTelemetryTracerProvider(static tracing => tracing.SetSampler(new ParentBasedSampler(new QuietSampler())));
        }

        // Its first measurement counts from the start of the machine, so that it warns of hours at every start. What a stalled silo does is seen in the lateness of
        // its signals and by the other silos' probes.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);

        // Before Orleans registers its own, which aborts the process with a dump.
        builder.Services.AddSingleton<IFatalErrorHandler>(services => new SiloEnd(services.GetRequiredService<ILoggerFactory>(), Environment.Exit));
        builder.UseOrleans(silo =>
        {
            silo.AddPlacementDirector<ShardPlacement, HomeDirector>().AddPlacementDirector<TicketPlacement, HomeDirector>();
            silo.AddActivityPropagation().AddGrainService<SiloFigures>();
            if (DashboardExtensions.IsOn(builder.Environment, builder.Configuration))
            {
                silo.AddDashboard();
            }

            if (silo.Configuration["Orleans:Clustering:ProviderType"] is null)
            {
                silo.UseLocalhostClustering(
                    silo.Configuration.GetValue("Orleans:Endpoints:SiloPort", LocalSiloPort),
                    silo.Configuration.GetValue("Orleans:Endpoints:GatewayPort", LocalGatewayPort));
            }
        });
        return builder;
    }

    private static void Apply(ClusterMembershipOptions cluster, MembershipOptions membership)
    {
        cluster.ProbeTimeout = membership.ProbeTimeout;
        // Four times that by default: slow answers would stretch probes, and the time for which recent messages excuse missed ones, to well over 10 s.
        cluster.MaxProbeTimeout = membership.ProbeTimeout;
        cluster.NumMissedProbesLimit = membership.MissedProbes;
        cluster.NumVotesForDeathDeclaration = membership.Votes;
        cluster.TableRefreshTimeout = membership.TableRefresh;
        cluster.IAmAliveTablePublishTimeout = membership.TableRefresh;
        cluster.DeathVoteExpirationTimeout = membership.VoteLifetime;
    }
}
