namespace SlaPlatform.LocalHosting.Topology;

/// <summary>Where the ports lie: as declared, or in the block of 1000 from a base on, so that two topologies can run side by side.</summary>
internal sealed record PortPlan(int? Base)
{
    internal const int Block = 1000;

    /// <summary>With a base, a port keeps its last three digits, or takes the offset that is given.</summary>
    internal int Place(int port, int? offset = null) => Base is { } start ? start + (offset ?? port % Block) : port;
}
