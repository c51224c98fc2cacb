using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>Tells "Redis did not answer" from "Redis refused", at the one place where the difference is known.</summary>
internal static class RedisCalls
{
    public static async Task<T> Reach<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is RedisConnectionException or RedisTimeoutException or TimeoutException or ObjectDisposedException || IsTransient(e))
        {
            throw new JournalUnavailableException("Redis did not answer.", e);
        }
    }

    private static bool IsTransient(Exception e) => e is RedisServerException
        && (e.Message.StartsWith("LOADING", StringComparison.Ordinal) || e.Message.StartsWith("READONLY", StringComparison.Ordinal)
            || e.Message.StartsWith("CLUSTERDOWN", StringComparison.Ordinal) || e.Message.StartsWith("MISCONF", StringComparison.Ordinal)
            || e.Message.StartsWith("OOM", StringComparison.Ordinal));
}
