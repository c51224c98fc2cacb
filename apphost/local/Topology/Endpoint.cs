using System.Globalization;

namespace SlaPlatform.LocalHosting.Topology;

/// <summary>
/// A listener. A single process listens on the declared port. With replicas the n-th one, from 0, listens <c>n x stride</c> ports further on; behind a front one stride
/// more, and the declared port is the front's.
/// </summary>
internal sealed record Endpoint(string Name, string Scheme, string Host, int Port, int Stride)
{
    /// <summary>Whether a front holds the declared port.</summary>
    internal bool HasFront { get; set; }

    /// <summary>The address that others use.</summary>
    internal string Url => UrlAt(Port);

    internal int PortOf(int replica) => Port + ((HasFront ? replica + 1 : replica) * Stride);

    internal string UrlOf(int replica) => UrlAt(PortOf(replica));

    private string UrlAt(int port) => string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{Host}:{port}");
}
