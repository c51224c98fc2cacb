using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SlaPlatform.LocalHosting.Topology;

/// <summary>
/// The host's own settings: <c>--port-base N</c> or <c>SLA_PORT_BASE</c> (1024 to 64000, default none: the declared ports) and <c>--data-dir DIR</c> or <c>SLA_DATA_DIR</c>
/// (default <c>.data</c> beside the AppHost's folder).
/// </summary>
internal sealed record HostSettings(PortPlan Ports, string DataDirectory)
{
    internal static HostSettings Read(IConfiguration configuration, string appHostDirectory) => new(
        new PortPlan(PortBase(configuration["port-base"] ?? configuration["SLA_PORT_BASE"])),
        Path.GetFullPath(configuration["data-dir"] ?? configuration["SLA_DATA_DIR"] ?? Path.Combine(appHostDirectory, "..", ".data")));

    private static int? PortBase(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start is >= PortPlan.LowestBase and <= PortPlan.HighestBase
            ? start
            : throw new LocalHostException($"The port base must be a number from {PortPlan.LowestBase} to {PortPlan.HighestBase}, not '{text}': give --port-base {PortPlan.SuggestedBase} or SLA_PORT_BASE={PortPlan.SuggestedBase}.");
    }
}
