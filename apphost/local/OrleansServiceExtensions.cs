namespace SlaPlatform.LocalHosting;

/// <summary>Describes an Orleans cluster.</summary>
public static class OrleansServiceExtensions
{
    /// <summary>Adds a cluster.</summary>
    /// <param name="builder">The topology.</param>
    /// <param name="name">Its name, which is both ids unless they are set.</param>
    /// <returns>The cluster.</returns>
    public static OrleansService AddOrleans(this IDistributedApplicationBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new(name);
    }

    /// <summary>Sets the id under which silos find each other.</summary>
    /// <param name="orleansService">The cluster.</param>
    /// <param name="clusterId">The id.</param>
    /// <returns><paramref name="orleansService"/>.</returns>
    public static OrleansService WithClusterId(this OrleansService orleansService, string clusterId)
    {
        orleansService.ClusterId = clusterId;
        return orleansService;
    }

    /// <summary>Sets the id under which the cluster's data outlives it.</summary>
    /// <param name="orleansService">The cluster.</param>
    /// <param name="serviceId">The id.</param>
    /// <returns><paramref name="orleansService"/>.</returns>
    public static OrleansService WithServiceId(this OrleansService orleansService, string serviceId)
    {
        orleansService.ServiceId = serviceId;
        return orleansService;
    }

    /// <summary>Says where the membership table is: a Redis.</summary>
    /// <param name="orleansService">The cluster.</param>
    /// <param name="provider">The connection string.</param>
    /// <returns><paramref name="orleansService"/>.</returns>
    public static OrleansService WithClustering(this OrleansService orleansService, IResourceBuilder<IResourceWithConnectionString> provider)
    {
        orleansService.Clustering = provider.Resource;
        return orleansService;
    }

    /// <summary>The cluster as a client sees it.</summary>
    /// <param name="orleansService">The cluster.</param>
    /// <returns>The client's view.</returns>
    public static OrleansServiceClient AsClient(this OrleansService orleansService) => new(orleansService);
}
