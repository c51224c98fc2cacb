namespace SlaPlatform.LocalHosting;

/// <summary>An Orleans cluster.</summary>
public sealed class OrleansService
{
    internal OrleansService(string name) => ClusterId = ServiceId = name;

    internal string ClusterId { get; set; }

    internal string ServiceId { get; set; }

    internal IResourceWithConnectionString? Clustering { get; set; }
}
