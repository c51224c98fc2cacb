using System.Globalization;

namespace SlaPlatform.LocalHosting.Topology;

/// <summary>Where the ports lie: as declared, or in the block of 1000 from a base on, so that two topologies can run side by side.</summary>
internal sealed record PortPlan(int? Base)
{
    internal const int Block = 1000;
    internal const int LowestBase = 1024;
    internal const int HighestBase = 64000;

    /// <summary>The block below the ports that systems give to outgoing connections (from 32768 on Linux).</summary>
    internal const int SuggestedBase = 31000;
    private const int LowestSuggestion = 10000;

    /// <summary>The option that leads a client to the same ports; empty where they are the declared ones.</summary>
    internal string Option => Base is { } start ? string.Create(CultureInfo.InvariantCulture, $" --port-base {start}") : string.Empty;

    /// <summary>With a base, a port keeps its last three digits, or takes the offset that is given.</summary>
    internal int Place(int port, int? offset = null) => Base is { } start ? start + (offset ?? port % Block) : port;

    /// <summary>A base whose whole block is free, the highest that is worth suggesting; null when there is none.</summary>
    internal static int? FreeBase(Func<int, bool> isFree)
    {
        for (var start = SuggestedBase; start >= LowestSuggestion; start -= Block)
        {
            if (Enumerable.Range(start, Block).All(isFree))
            {
                return start;
            }
        }

        return null;
    }
}
