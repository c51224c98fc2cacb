using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting;

/// <summary>Configures resources, under the names and with the effects that Aspire's methods have.</summary>
public static class ResourceBuilderExtensions
{
    /// <summary>Sets an environment variable.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value; null is empty.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment
    {
        Local(builder).Environment[name] = _ => value ?? string.Empty;
        return builder;
    }

    /// <summary>Adds arguments.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="args">The arguments.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args)
        where T : IResourceWithArgs
    {
        Local(builder).Arguments.AddRange(args);
        return builder;
    }

    /// <summary>Declares a listener that the resource opens by itself, so that its port is checked before the start and shown after it.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="name">The endpoint's name.</param>
    /// <param name="isProxied">Must be false: nothing stands before the listener here.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="NotSupportedException"><paramref name="isProxied"/> is true.</exception>
    public static IResourceBuilder<T> WithEndpoint<T>(this IResourceBuilder<T> builder, int port, string scheme, string name, bool isProxied)
        where T : IResourceWithEndpoints
    {
        if (isProxied)
        {
            throw new NotSupportedException($"{builder.Resource.Name}/{name}: local processes have no proxy; declare the endpoint with isProxied: false.");
        }

        Local(builder).Endpoints.Add(new Endpoint(name, scheme, "127.0.0.1", port, Stride: 1));
        return builder;
    }

    /// <summary>
    /// Runs several copies. Each has ports of its own (10, 20, ... further on for its listeners, 1 further on for the silo's); the declared ports are held by a front
    /// that spreads connections over them, so that whoever references the resource knows one address.
    /// </summary>
    /// <param name="builder">The project.</param>
    /// <param name="replicas">How many: 1 to 9.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(replicas, 9);
        builder.Resource.Replicas = replicas;
        foreach (var listener in builder.Resource.Endpoints.Where(static endpoint => endpoint.Scheme is "http" or "https"))
        {
            listener.HasFront = replicas > 1;
        }

        return builder;
    }

    /// <summary>Starts the resource only once another is healthy.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="dependency">The other.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport
    {
        Local(builder).Dependencies.Add((Resource)dependency.Resource);
        return builder;
    }

    /// <summary>Counts the resource as healthy when a health check of the AppHost's services passes.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="key">The check's name.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource
    {
        var application = (LocalApplicationBuilder)builder.ApplicationBuilder;
        Local(builder).Probes.Add(async (_, cancellationToken) =>
        {
            var report = await application.Provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == key, cancellationToken);
            return report.Entries.Count > 0 && report.Status == HealthStatus.Healthy ? ProbeAnswer.Healthy : ProbeAnswer.Unhealthy;
        });
        return builder;
    }

    /// <summary>Counts the resource as healthy when an HTTP endpoint answers as expected.</summary>
    /// <typeparam name="T">The kind of resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="path">The path, default <c>/</c>.</param>
    /// <param name="statusCode">The expected status, default 200.</param>
    /// <param name="endpointName">The endpoint, default <c>http</c>.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="InvalidOperationException">The resource has no such endpoint.</exception>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        var name = endpointName ?? "http";
        var endpoint = Local(builder).Endpoints.Find(e => e.Name == name) ?? throw new InvalidOperationException($"{builder.Resource.Name} has no endpoint {name} to ask for its health.");
        Local(builder).Probes.Add((replica, cancellationToken) =>
            HttpProbe.AskAsync(new Uri(new Uri(endpoint.UrlOf(replica)), path ?? "/"), (HttpStatusCode)(statusCode ?? 200), cancellationToken));
        return builder;
    }

    internal static Resource Local<T>(IResourceBuilder<T> builder)
        where T : IResource
        => (Resource)(object)builder.Resource;
}
