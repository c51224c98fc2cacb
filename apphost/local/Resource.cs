using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting;

/// <summary>What the local host knows of a resource.</summary>
/// <param name="name">The name, unique in the topology.</param>
public abstract class Resource(string name) : IResource
{
    /// <inheritdoc />
    public string Name { get; } = name;

    internal Dictionary<string, Func<int, string>> Environment { get; } = new(StringComparer.Ordinal);

    internal List<string> Arguments { get; } = [];

    internal List<Resource> Dependencies { get; } = [];

    internal List<Endpoint> Endpoints { get; } = [];

    internal List<HealthProbe> Probes { get; } = [];

    internal int Replicas { get; set; } = 1;

    /// <summary>The command of one replica, null for a resource that somebody else runs.</summary>
    internal abstract Command? CommandOf(int replica);
}
