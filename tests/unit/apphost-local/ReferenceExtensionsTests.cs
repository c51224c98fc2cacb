using SlaPlatform.LocalHosting.Tests.Support;

namespace SlaPlatform.LocalHosting.Tests;

public sealed class ReferenceExtensionsTests
{
    [Fact]
    public async Task WithReference_ServiceWithReplicas_NamesItsOneAddress()
    {
        await using var topology = new TestTopology();
        var service = topology.AddChild("catalog", 7101).WithReplicas(2);

        var environment = EnvironmentOf(topology.AddChild("web").WithReference(service));

        Assert.Equal("http://127.0.0.1:7101", environment["services__catalog__http__0"]);
        Assert.DoesNotContain("services__catalog__http__1", environment.Keys);
        Assert.Equal("http://127.0.0.1:7111", EnvironmentOf(service, replica: 0)["Kestrel__Endpoints__http__Url"]);
        Assert.Equal("http://127.0.0.1:7121", EnvironmentOf(service, replica: 1)["Kestrel__Endpoints__http__Url"]);
    }

    [Fact]
    public async Task WithReference_ConnectionString_SetsIt()
    {
        await using var topology = new TestTopology();
        var redis = topology.Builder.AddConnectionString("redis", ReferenceExpression.Create("127.0.0.1:6479"));

        Assert.Equal("127.0.0.1:6479", EnvironmentOf(topology.AddChild("web").WithReference(redis))["ConnectionStrings__redis"]);
    }

    [Fact]
    public async Task WithReference_Orleans_SetsTheKeysOfASilo()
    {
        await using var topology = new TestTopology();

        var environment = EnvironmentOf(topology.AddChild("clocks").WithReference(Cluster(topology)), replica: 1);

        Assert.Equal("cluster", environment["Orleans__ClusterId"]);
        Assert.Equal("service", environment["Orleans__ServiceId"]);
        Assert.Equal("Redis", environment["Orleans__Clustering__ProviderType"]);
        Assert.Equal("redis", environment["Orleans__Clustering__ServiceKey"]);
        Assert.Equal("127.0.0.1:6479", environment["ConnectionStrings__redis"]);
        Assert.Equal("11112", environment["Orleans__Endpoints__SiloPort"]);
        Assert.Equal("30001", environment["Orleans__Endpoints__GatewayPort"]);
    }

    [Fact]
    public async Task WithReference_OrleansClient_HasNoPorts()
    {
        await using var topology = new TestTopology();

        var environment = EnvironmentOf(topology.AddChild("web").WithReference(Cluster(topology).AsClient()));

        Assert.Equal("cluster", environment["Orleans__ClusterId"]);
        Assert.DoesNotContain("Orleans__Endpoints__SiloPort", environment.Keys);
    }

    private static OrleansService Cluster(TestTopology topology) => topology.Builder.AddOrleans("silos")
        .WithClusterId("cluster")
        .WithServiceId("service")
        .WithClustering(topology.Builder.AddConnectionString("redis", ReferenceExpression.Create("127.0.0.1:6479")));

    private static IReadOnlyDictionary<string, string> EnvironmentOf(IResourceBuilder<ProjectResource> project, int replica = 0) => project.Resource.CommandOf(replica).Environment;
}
