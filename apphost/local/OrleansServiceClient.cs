namespace SlaPlatform.LocalHosting;

/// <summary>The view that a client has of an Orleans cluster: its membership, and no ports of its own.</summary>
public sealed class OrleansServiceClient
{
    internal OrleansServiceClient(OrleansService service) => Service = service;

    internal OrleansService Service { get; }
}
