using Orleans.Runtime.Services;

namespace SlaPlatform.Clocks.Health;

/// <summary>Asks silos for their figures.</summary>
internal sealed class SiloFiguresClient(IServiceProvider services) : GrainServiceClient<ISiloFigures>(services)
{
    public Task<SiloReport> Ask(SiloAddress silo) => GetGrainService(silo).Report();
}
