using System.Globalization;

namespace SlaPlatform.LocalHosting;

/// <summary>Tells one resource where another is, under the keys that Aspire uses.</summary>
public static class ReferenceExtensions
{
    private const int DefaultSiloPort = 11111;
    private const int SiloOffset = 300;
    private const int DefaultGatewayPort = 30000;
    private const int GatewayOffset = 400;

    /// <summary>Sets <c>ConnectionStrings__{name}</c>.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource that is told.</param>
    /// <param name="source">The connection string.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> source)
        where T : IResourceWithEnvironment
    {
        ResourceBuilderExtensions.Local(builder).Environment[$"ConnectionStrings__{source.Resource.Name}"] = _ => source.Resource.ConnectionString;
        return builder;
    }

    /// <summary>Sets <c>services__{name}__{endpoint}__0</c> for each endpoint: its one address, however many replicas there are.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource that is told.</param>
    /// <param name="source">The service.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where T : IResourceWithEnvironment
    {
        var service = ResourceBuilderExtensions.Local(source);
        foreach (var endpoint in service.Endpoints)
        {
            ResourceBuilderExtensions.Local(builder).Environment[$"services__{service.Name}__{endpoint.Name}__0"] = _ => endpoint.Url;
        }

        return builder;
    }

    /// <summary>Makes the resource a silo of the cluster, with ports for the other silos and for clients.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="orleansService">The cluster.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, OrleansService orleansService)
        where T : IResourceWithEnvironment, IResourceWithEndpoints
    {
        Join(builder, orleansService);
        AddPort(builder, "orleans-silo", "Orleans__Endpoints__SiloPort", DefaultSiloPort, SiloOffset);
        AddPort(builder, "orleans-gateway", "Orleans__Endpoints__GatewayPort", DefaultGatewayPort, GatewayOffset);
        return builder;
    }

    /// <summary>Makes the resource a client of the cluster.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="orleansServiceClient">The cluster.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, OrleansServiceClient orleansServiceClient)
        where T : IResourceWithEnvironment
    {
        Join(builder, orleansServiceClient.Service);
        return builder;
    }

    private static void Join<T>(IResourceBuilder<T> builder, OrleansService cluster)
        where T : IResource
    {
        var clustering = cluster.Clustering ?? throw new InvalidOperationException("The Orleans cluster has no clustering provider; call WithClustering first.");
        var environment = ResourceBuilderExtensions.Local(builder).Environment;
        environment[$"ConnectionStrings__{clustering.Name}"] = _ => clustering.ConnectionString;
        environment["Orleans__ClusterId"] = _ => cluster.ClusterId;
        environment["Orleans__ServiceId"] = _ => cluster.ServiceId;
        environment["Orleans__Clustering__ProviderType"] = static _ => "Redis";
        environment["Orleans__Clustering__ServiceKey"] = _ => clustering.Name;
        environment["Orleans__EnableDistributedTracing"] = static _ => "true";
    }

    private static void AddPort<T>(IResourceBuilder<T> builder, string name, string key, int port, int offset)
        where T : IResource
    {
        var resource = ResourceBuilderExtensions.Local(builder);
        var endpoint = new Topology.Endpoint(name, "tcp", "127.0.0.1", ((LocalApplicationBuilder)builder.ApplicationBuilder).Ports.Place(port, offset), Stride: 1);
        resource.Endpoints.Add(endpoint);
        resource.Environment[key] = replica => endpoint.PortOf(replica).ToString(CultureInfo.InvariantCulture);
    }
}
