using System.Net.Sockets;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>Tells "Redis did not answer" from "Redis refused", at the one place where the difference is known.</summary>
internal static class RedisCalls
{
    // What Redis says when it is loading, failing over, busy or full: it heals without anybody's changing the request.
    private static readonly string[] Transient = ["LOADING", "READONLY", "CLUSTERDOWN", "MASTERDOWN", "NOREPLICAS", "TRYAGAIN", "BUSY", "MISCONF", "OOM"];

    public static async Task<T> Reach<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (IsConnection(e) || IsTransient(e))
        {
            throw new JournalUnavailableException("Redis did not answer.", e);
        }
    }

    // The client ends what was under way on a connection that it gives up with whatever ended its own reading.
    private static bool IsConnection(Exception e) => e is RedisConnectionException or RedisTimeoutException or TimeoutException or OperationCanceledException
        or InvalidOperationException or IOException or SocketException;

    private static bool IsTransient(Exception e) => e is RedisServerException && Transient.Any(word => e.Message.StartsWith(word, StringComparison.Ordinal));
}
