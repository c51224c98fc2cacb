using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using SlaPlatform.Clocks.Hosting;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

public sealed class MembershipOptionsTests
{
    private static readonly TimeSpan NoticedWithin = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Defaults_OfASiloThatSaysNothing_NoticeInUnderTenSeconds()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddClockSilo();
        await using var services = builder.Services.BuildServiceProvider();

        var cluster = services.GetRequiredService<IOptions<ClusterMembershipOptions>>().Value;

        // Its last messages excuse missed probes for that long; then the probe under way must end.
        var excused = cluster.MaxProbeTimeout * cluster.NumMissedProbesLimit;
        Assert.InRange(excused + cluster.MaxProbeTimeout, TimeSpan.Zero, NoticedWithin);
        Assert.Equal(1, cluster.NumVotesForDeathDeclaration);
    }
}
