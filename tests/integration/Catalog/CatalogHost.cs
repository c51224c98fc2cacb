using Grpc.Net.Client;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlaPlatform.Catalog.Endpoints;
using SlaPlatform.Contracts.Catalog.V1;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>The catalog host in this process, asked over gRPC. It keeps no state that a test could change.</summary>
public sealed class CatalogHost : IDisposable
{
    private readonly WebApplicationFactory<PlanCatalogEndpoint> _factory;
    private readonly GrpcChannel _channel;

    public CatalogHost() : this(null)
    {
    }

    internal CatalogHost(string? redis, Action<IServiceCollection>? change = null)
    {
        _factory = new WebApplicationFactory<PlanCatalogEndpoint>().WithWebHostBuilder(builder =>
        {
            if (redis is not null)
            {
                builder.UseSetting("ConnectionStrings:redis", redis);
            }

            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)));
                change?.Invoke(services);
            });
        });
        Http = _factory.CreateClient();
        _channel = GrpcChannel.ForAddress(_factory.Server.BaseAddress, new GrpcChannelOptions { HttpHandler = _factory.Server.CreateHandler(), MaxReceiveMessageSize = 16 * 1024 * 1024 });
        Client = new PlanCatalogService.PlanCatalogServiceClient(_channel);
    }

    internal HttpClient Http { get; }

    internal IServiceProvider Services => _factory.Services;

    internal GrpcChannel Channel => _channel;

    internal PlanCatalogService.PlanCatalogServiceClient Client { get; }

    public void Dispose()
    {
        _channel.Dispose();
        Http.Dispose();
        _factory.Dispose();
    }
}
