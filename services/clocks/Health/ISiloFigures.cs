using Orleans.Services;

namespace SlaPlatform.Clocks.Health;

/// <summary>One on every silo, asked by its address.</summary>
[Alias("clocks.ISiloFigures")]
internal interface ISiloFigures : IGrainService
{
    /// <summary>What the silo knows of itself.</summary>
    [Alias("Report")]
    Task<SiloReport> Report();
}
