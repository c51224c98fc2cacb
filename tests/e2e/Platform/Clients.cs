using Grpc.Core;
using Grpc.Net.Client.Configuration;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.EndToEnd.Platform;

/// <summary>Clients of a running platform.</summary>
internal static class Clients
{
    private const int Catalog = 101;
    private const int Clocks = 104;

    public static PlanCatalogService.PlanCatalogServiceClient CatalogClient(this PlatformProcess platform) => new(platform.Connect(Catalog));

    public static SlaClockService.SlaClockServiceClient ClockClient(this PlatformProcess platform) => new(platform.Connect(Clocks));

    /// <summary>A client that retries as <c>protos/README.md</c> says.</summary>
    public static SlaClockService.SlaClockServiceClient RetryingClockClient(this PlatformProcess platform) => new(platform.Connect(Clocks, RetryUnavailable));

    public static SimulationService.SimulationServiceClient SimulationClient(this PlatformProcess platform) => new(platform.Connect(Clocks, RetryUnavailable));

    private static ServiceConfig RetryUnavailable => new()
    {
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { MethodName.Default },
                RetryPolicy = new RetryPolicy
                {
                    MaxAttempts = 5,
                    InitialBackoff = TimeSpan.FromMilliseconds(200),
                    MaxBackoff = TimeSpan.FromSeconds(2),
                    BackoffMultiplier = 2,
                    RetryableStatusCodes = { StatusCode.Unavailable },
                },
            },
        },
    };
}
