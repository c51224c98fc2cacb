using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Catalog.Caching;

/// <summary>Registers the cache of answers.</summary>
internal static class AnswerCacheExtensions
{
    private const string KeyPrefix = "sla:catalog:";

    /// <summary>
    /// Adds the cache of answers: in memory, and in Redis as well when <c>ConnectionStrings:redis</c> is set, so that instances share them.
    /// Redis is a help here, not a need: while it is away answers are computed, and the service stays ready.
    /// </summary>
    public static async Task<WebApplicationBuilder> AddAnswerCacheAsync(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString(ResourceNames.Redis)))
        {
            await builder.AddRedisConnectionAsync();
            builder.Services.Configure<HealthCheckServiceOptions>(static options =>
            {
                foreach (var check in options.Registrations.Where(static check => check.Name == ResourceNames.Redis).ToArray())
                {
                    options.Registrations.Remove(check);
                }
            });
            builder.Services.AddSingleton<IDistributedCache>(static services => Shared(services.GetRequiredKeyedService<IConnectionMultiplexer>(ResourceNames.Redis)));
        }

        builder.Services.AddHybridCache(static options =>
        {
            options.MaximumPayloadBytes = 4 * 1024 * 1024;
            options.DefaultEntryOptions = new HybridCacheEntryOptions { Expiration = TimeSpan.FromHours(24), LocalCacheExpiration = TimeSpan.FromHours(1) };
        });
        builder.Services.AddSingleton<AnswerCache>();
        return builder;
    }

    private static WhileConnectedCache Shared(IConnectionMultiplexer redis) => new(
        new RedisCache(Options.Create(new RedisCacheOptions { ConnectionMultiplexerFactory = () => Task.FromResult(redis), InstanceName = KeyPrefix })),
        redis);
}
