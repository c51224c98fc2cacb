using System.Net;
using System.Net.Sockets;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>The clock's host with its silo in this process, over a real Redis; the three services it asks are fakes.</summary>
internal sealed class ClockHost : IAsyncDisposable
{
    private readonly WebApplicationFactory<SlaClockEndpoint> _factory;
    private readonly GrpcChannel _channel;

    private ClockHost(string redis, Action<IServiceCollection>? change)
    {
        Entitlements = new FakeEntitlements(Catalog);
        var ports = FreePorts();
        _factory = new WebApplicationFactory<SlaClockEndpoint>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("ConnectionStrings:redis", redis);
            builder.UseSetting("Orleans:Endpoints:SiloPort", $"{ports.Silo}");
            builder.UseSetting("Orleans:Endpoints:GatewayPort", $"{ports.Gateway}");
            builder.UseSetting("Watching:HeartbeatAfter", "00:00:00.5");
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<PlanCatalogService.PlanCatalogServiceClient>(Catalog);
                services.AddSingleton<EntitlementService.EntitlementServiceClient>(Entitlements);
                services.AddSingleton<TriageService.TriageServiceClient>(new FakeTriage());
                change?.Invoke(services);
            });
        });
        _channel = GrpcChannel.ForAddress(
            _factory.Server.BaseAddress, new GrpcChannelOptions { HttpHandler = _factory.Server.CreateHandler(), MaxSendMessageSize = null });
        Client = new SlaClockService.SlaClockServiceClient(_channel);
        Simulations = new SimulationService.SimulationServiceClient(_channel);
    }

    public FakeCatalog Catalog { get; } = new();

    public FakeEntitlements Entitlements { get; }

    public SlaClockService.SlaClockServiceClient Client { get; }

    public SimulationService.SimulationServiceClient Simulations { get; }

    /// <summary>The host's parts.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>Starts a host and waits until it is ready.</summary>
    public static async Task<ClockHost> StartAsync(RedisServer redis, CancellationToken cancellation, Action<IServiceCollection>? change = null)
    {
        var host = new ClockHost(redis.ConnectionString, change);
        using var http = host._factory.CreateClient();
        while (!(await http.GetAsync(ServiceDefaults.HealthPaths.Ready, cancellation)).IsSuccessStatusCode)
        {
            cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return host;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _factory.DisposeAsync();
    }

    private static (int Silo, int Gateway) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
