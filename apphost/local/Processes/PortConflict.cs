using System.Globalization;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Processes;

internal static class PortConflict
{
    /// <summary>The sentence about the first port that is in use, null when all are free. Asked before anything starts: a stale process on a port could answer a health check.</summary>
    internal static string? Find(IEnumerable<Resource> resources)
    {
        var taken = (from resource in resources
                     where resource.CommandOf(0) is not null
                     from endpoint in resource.Endpoints
                     from port in Enumerable.Range(0, resource.Replicas).Select(endpoint.PortOf).Append(endpoint.Port).Distinct()
                     where !LocalPort.IsFree(port)
                     select (resource.Name, Endpoint: endpoint.Name, Port: port)).ToList();
        return taken switch
        {
            [] => null,
            [var (name, endpoint, port), .. var more] => $"Port {port}, which {name} needs for {endpoint}, is in use{(more.Count > 0 ? $" (and {more.Count} more)" : string.Empty)}. "
                + $"Is another AppHost running? Stop what holds the port, or take other ports: dotnet run --project apphost -- --port-base {FreeBase()} --data-dir OTHER",
        };
    }

    private static string FreeBase() => PortPlan.FreeBase(LocalPort.IsFree)?.ToString(CultureInfo.InvariantCulture) ?? "N";
}
