using System.Net;
using System.Net.Sockets;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
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

    private ClockHost(string redis, Action<IServiceCollection>? change, string? cluster, IEnumerable<(string Key, string Value)> settings, bool sockets)
    {
        Entitlements = new FakeEntitlements(Catalog);
        var ports = FreePorts();
        _factory = new WebApplicationFactory<SlaClockEndpoint>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("ConnectionStrings:redis", redis);
            builder.UseSetting("Kestrel:Endpoints:grpc:Url", "http://127.0.0.1:0");
            builder.UseSetting("Kestrel:Endpoints:http:Url", "http://127.0.0.1:0");
            builder.UseSetting("Orleans:Endpoints:SiloPort", $"{ports.Silo}");
            builder.UseSetting("Orleans:Endpoints:GatewayPort", $"{ports.Gateway}");
            builder.UseSetting("Watching:HeartbeatAfter", "00:00:00.5");
            builder.UseSetting("Dashboard:Enabled", "false");
            foreach (var (key, value) in cluster is null ? settings : [.. Membership(cluster), .. settings])
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<PlanCatalogService.PlanCatalogServiceClient>(Catalog);
                services.AddSingleton<EntitlementService.EntitlementServiceClient>(Entitlements);
                services.AddSingleton<TriageService.TriageServiceClient>(new FakeTriage());
                change?.Invoke(services);
            });
        });
        (_channel, Grpc, Http) = sockets ? Listen() : (Inside(), null, null);
        Client = new SlaClockService.SlaClockServiceClient(_channel);
        Simulations = new SimulationService.SimulationServiceClient(_channel);
    }

    public FakeCatalog Catalog { get; } = new();

    public FakeEntitlements Entitlements { get; }

    public SlaClockService.SlaClockServiceClient Client { get; }

    public SimulationService.SimulationServiceClient Simulations { get; }

    public GrpcChannel Channel => _channel;

    /// <summary>Where it listens for calls, when it is asked over real connections.</summary>
    public Uri? Grpc { get; }

    /// <summary>Where it listens for plain HTTP, when it is asked over real connections.</summary>
    public Uri? Http { get; }

    /// <summary>The host's parts.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>Starts a host and waits until it is ready.</summary>
    /// <param name="redis">Where its journal is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="change">Services that replace its own.</param>
    /// <param name="cluster">The cluster that its silo joins through that Redis; null for a cluster of its own.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="sockets">Whether it is asked over real connections, which have flow control and carry traces.</param>
    public static Task<ClockHost> StartAsync(
        RedisServer redis,
        CancellationToken cancellation,
        Action<IServiceCollection>? change = null,
        string? cluster = null,
        IEnumerable<(string Key, string Value)>? settings = null,
        bool sockets = false) => StartAsync(redis.ConnectionString, cancellation, change, cluster, settings, sockets);

    /// <summary>The same, over any connection string.</summary>
    public static async Task<ClockHost> StartAsync(
        string redis,
        CancellationToken cancellation,
        Action<IServiceCollection>? change = null,
        string? cluster = null,
        IEnumerable<(string Key, string Value)>? settings = null,
        bool sockets = false)
    {
        var host = new ClockHost(redis, change, cluster, settings ?? [], sockets);
        using var http = host.Http is { } address ? new HttpClient { BaseAddress = address } : host._factory.CreateClient();
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

    private GrpcChannel Inside() => GrpcChannel.ForAddress(
        _factory.Server.BaseAddress, new GrpcChannelOptions { HttpHandler = _factory.Server.CreateHandler(), MaxSendMessageSize = null });

    private (GrpcChannel Channel, Uri Grpc, Uri Http) Listen()
    {
        _factory.UseKestrel();
        _factory.StartServer();
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToArray();
        return (GrpcChannel.ForAddress(addresses[0]), addresses[0], addresses[1]);
    }

    // As the AppHost gives it.
    private static IEnumerable<(string Key, string Value)> Membership(string cluster) =>
    [
        ("Orleans:ClusterId", cluster), ("Orleans:ServiceId", cluster), ("Orleans:Endpoints:AdvertisedIPAddress", "127.0.0.1"),
        ("Orleans:Clustering:ProviderType", "Redis"), ("Orleans:Clustering:ServiceKey", "redis"),
    ];

    private static (int Silo, int Gateway) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
