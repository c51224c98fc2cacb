using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting;

/// <summary>A name for a connection string; what it leads to is run by somebody else or by a resource that it waits for.</summary>
public sealed class ConnectionStringResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    internal ConnectionStringResource(string name, string connectionString)
        : base(name) => ConnectionString = connectionString;

    /// <inheritdoc />
    public string ConnectionString { get; }

    internal override Command? CommandOf(int replica) => null;
}
