using System.Globalization;

namespace SlaPlatform.LocalHosting.Topology;

/// <summary>A listener. There is no proxy in front of replicas: the n-th one listens <c>n x stride</c> ports further on.</summary>
internal sealed record Endpoint(string Name, string Scheme, string Host, int Port, int Stride)
{
    internal int PortOf(int replica) => Port + (replica * Stride);

    internal string UrlOf(int replica) => string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{Host}:{PortOf(replica)}");
}
