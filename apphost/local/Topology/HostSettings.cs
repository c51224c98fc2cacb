using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SlaPlatform.LocalHosting.Topology;

/// <summary>
/// The host's own settings: <c>--port-base N</c> or <c>SLA_PORT_BASE</c> (1024 to 64000, default none: the declared ports) and <c>--data-dir DIR</c> or <c>SLA_DATA_DIR</c>
/// (default <c>.data</c> beside the AppHost's folder).
/// </summary>
internal sealed record HostSettings(PortPlan Ports, string DataDirectory)
{
    private const int LowestBase = 1024;
    private const int HighestBase = 64000;

    internal static HostSettings Read(IConfiguration configuration, string appHostDirectory) => new(
        new PortPlan(PortBase(configuration["port-base"] ?? configuration["SLA_PORT_BASE"])),
        Path.GetFullPath(configuration["data-dir"] ?? configuration["SLA_DATA_DIR"] ?? Path.Combine(appHostDirectory, "..", ".data")));

    private static int? PortBase(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start is >= LowestBase and <= HighestBase
            ? start
            : throw new LocalHostException($"The port base must be a number from {LowestBase} to {HighestBase}, not '{text}': give --port-base 41000 or SLA_PORT_BASE=41000.");
    }
}
