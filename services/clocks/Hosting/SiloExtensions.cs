using Microsoft.Extensions.Options;
using Orleans.Configuration;

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
        builder.UseOrleans(silo =>
        {
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
        cluster.NumMissedProbesLimit = membership.MissedProbes;
        cluster.NumVotesForDeathDeclaration = membership.Votes;
        cluster.TableRefreshTimeout = membership.TableRefresh;
        cluster.IAmAliveTablePublishTimeout = membership.TableRefresh;
        cluster.DeathVoteExpirationTimeout = membership.VoteLifetime;
    }
}
