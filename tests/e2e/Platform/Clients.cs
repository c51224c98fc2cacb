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
}
