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
    /// Adds a keyed singleton <see cref="IConnectionMultiplexer"/> from the connection string <c>ConnectionStrings:{name}</c> and a readiness check under the same
    /// name. Connecting begins here, in the background, and is awaited before any hosted service starts: a server that is away makes the service unready, not
    /// dead, and the connection comes up by itself within about 2 s of the server's return. The connection string is never logged.
    /// </summary>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="name">The connection name and service key, default <see cref="ResourceNames.Redis"/>.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="InvalidOperationException">There is no such connection string, or it cannot be read.</exception>
    public static IHostApplicationBuilder AddRedisConnection(this IHostApplicationBuilder builder, string name = ResourceNames.Redis)
    {
        var connection = new RedisConnection(RedisConnectionString.Parse(name, builder.Configuration.GetConnectionString(name), builder.Environment.ApplicationName));
        builder.Services.AddKeyedSingleton<IConnectionMultiplexer>(name, (_, _) => connection.Multiplexer);
        builder.Services.AddSingleton<IHostedService>(connection);
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            name,
            services => new RedisHealthCheck(services.GetRequiredKeyedService<IConnectionMultiplexer>(name)),
            HealthStatus.Unhealthy,
            [HealthTags.Ready],
            TimeSpan.FromSeconds(2)));
        return builder;
    }
}
