using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SlaPlatform.ServiceDefaults.Connections;
using StackExchange.Redis;

namespace SlaPlatform.ServiceDefaults;

/// <summary>The connection to Redis.</summary>
public static class RedisConnectionExtensions
{
    /// <summary>
    /// Connects, and adds the connection as a keyed singleton <see cref="IConnectionMultiplexer"/> with a readiness check under the same name. The connection is awaited
    /// here, before the host is built: a connect that blocks inside dependency injection, behind a busy thread pool, can starve for half a minute. A server that is
    /// away makes the service unready, not dead, and the connection comes up by itself within about 2 s of the server's return. The connection string is never logged.
    /// </summary>
    /// <param name="builder">The builder of the host; its configuration has the connection string <c>ConnectionStrings:{name}</c>.</param>
    /// <param name="name">The connection name and service key, default <see cref="ResourceNames.Redis"/>.</param>
    /// <returns><paramref name="builder"/>, once the server answered or did not within the connect timeout.</returns>
    /// <exception cref="InvalidOperationException">There is no such connection string, or it cannot be read.</exception>
    public static async Task<IHostApplicationBuilder> AddRedisConnectionAsync(this IHostApplicationBuilder builder, string name = ResourceNames.Redis)
    {
        var options = RedisConnectionString.Parse(name, builder.Configuration.GetConnectionString(name), builder.Environment.ApplicationName);
        var connection = await ConnectionMultiplexer.ConnectAsync(options);

        // From a factory, so that the container closes it.
        builder.Services.AddKeyedSingleton<IConnectionMultiplexer>(name, (_, _) => connection);
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            name,
            services => new RedisHealthCheck(services.GetRequiredKeyedService<IConnectionMultiplexer>(name)),
            HealthStatus.Unhealthy,
            [HealthTags.Ready],
            TimeSpan.FromSeconds(2)));
        return builder;
    }
}
