using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Support;

/// <summary>Waits for a host to notice that its Redis went or came.</summary>
internal static class RedisConnections
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // An event may come before the state that it tells of.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    public static async Task UntilRedisAsync(this IServiceProvider services, bool connected, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(Limit);
        var redis = services.GetRequiredKeyedService<IConnectionMultiplexer>(ResourceNames.Redis);
        while (redis.IsConnected != connected)
        {
            await Task.Delay(LookAgain, TimeProvider.System, bounded.Token);
        }
    }
}
