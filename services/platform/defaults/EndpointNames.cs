namespace SlaPlatform.ServiceDefaults;

/// <summary>The two listeners of every service: cleartext HTTP/2 and HTTP/1.1 cannot share a port, because without TLS nothing negotiates the protocol.</summary>
public static class EndpointNames
{
    /// <summary>HTTP/2 only: gRPC, reflection and <c>grpc.health.v1</c>.</summary>
    public const string Grpc = "grpc";

    /// <summary>HTTP/1.1: <see cref="HealthPaths.Live"/> and <see cref="HealthPaths.Ready"/>.</summary>
    public const string Http = "http";
}
