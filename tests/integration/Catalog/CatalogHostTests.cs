using Grpc.Reflection.V1Alpha;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Integration.Tests.Catalog;

public sealed class CatalogHostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ComparePlans_RedisAway_IsAnsweredAndTheServiceIsReady()
    {
        using var host = new CatalogHost("127.0.0.1:1,connectTimeout=200,connectRetry=1");

        var table = await host.Client.ComparePlansAsync(new ComparePlansRequest { Plans = { "policies/xtm" } }, deadline: null, cancellationToken: Cancel);

        Assert.NotEmpty(table.Rows);
        Assert.Equal("Healthy", await host.Http.GetStringAsync(HealthPaths.Ready, Cancel));
    }

    [Fact]
    public async Task Reflection_Asked_ListsTheService()
    {
        using var host = new CatalogHost();
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }, Cancel);
        await call.RequestStream.CompleteAsync();

        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        Assert.Contains(call.ResponseStream.Current.ListServicesResponse.Service, service => service.Name == "slaplatform.catalog.v1.PlanCatalogService");
    }
}
