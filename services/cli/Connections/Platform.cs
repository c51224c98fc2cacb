using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Connections;

/// <summary>The platform's services. A channel is opened when its service is first used.</summary>
/// <param name="endpoints">Where they are.</param>
/// <param name="pingAfter">After how long a silence a host is asked whether it is still there, and how long it has to say so; null for 15 s.</param>
internal sealed class Platform(PlatformEndpoints endpoints, TimeSpan? pingAfter = null) : IDisposable
{
    private const int LargestMessageBytes = 16 * 1024 * 1024;
    private readonly TimeSpan _pingAfter = pingAfter ?? TimeSpan.FromSeconds(15);
    private readonly Dictionary<PlatformService, GrpcChannel> _channels = [];

    public PlanCatalogService.PlanCatalogServiceClient Catalog => new(Channel(PlatformService.Catalog));

    public EntitlementService.EntitlementServiceClient Entitlements => new(Channel(PlatformService.Entitlements));

    public AvailabilityService.AvailabilityServiceClient Availability => new(Channel(PlatformService.Entitlements));

    public TriageService.TriageServiceClient Triage => new(Channel(PlatformService.Triage));

    public SlaClockService.SlaClockServiceClient Clocks => new(Channel(PlatformService.Clocks));

    public SimulationService.SimulationServiceClient Simulation => new(Channel(PlatformService.Clocks));

    /// <summary>The service that was asked last and where it is; null before the first.</summary>
    public (PlatformService Service, Uri Url)? LastAsked { get; private set; }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }

    private GrpcChannel Channel(PlatformService service)
    {
        var url = endpoints.UrlOf(service);
        LastAsked = (service, url);
        if (!_channels.TryGetValue(service, out var channel))
        {
            _channels[service] = channel = Open(url);
        }

        return channel;
    }

    private GrpcChannel Open(Uri url) => GrpcChannel.ForAddress(url, new GrpcChannelOptions
    {
        // A proxy of the environment is for the world outside, never for services of this machine.
        HttpHandler = new SocketsHttpHandler
        {
            UseProxy = !url.IsLoopback,
            EnableMultipleHttp2Connections = true,
            // A host that hangs keeps its connections: without an answer to these, watches and imports would wait for it until their deadline.
            KeepAlivePingDelay = _pingAfter,
            KeepAlivePingTimeout = _pingAfter,
        },
        DisposeHttpClient = true,
        MaxReceiveMessageSize = LargestMessageBytes,
        ServiceConfig = new ServiceConfig { MethodConfigs = { Retry } },
    });

    private static MethodConfig Retry => new()
    {
        Names = { MethodName.Default },
        RetryPolicy = new RetryPolicy
        {
            MaxAttempts = 3,
            InitialBackoff = TimeSpan.FromMilliseconds(200),
            MaxBackoff = TimeSpan.FromSeconds(1),
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        },
    };
}
