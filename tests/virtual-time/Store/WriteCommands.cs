namespace SlaPlatform.VirtualTime.Store;

/// <summary>The commands of scripts that write: those that a log takes one by one.</summary>
internal static class WriteCommands
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "SET", "DEL", "EXPIRE", "PEXPIRE", "INCR", "INCRBY", "LPOP", "RPUSH", "HSET", "HDEL", "ZADD", "ZREM", "ZREMRANGEBYRANK", "ZREMRANGEBYSCORE",
    };

    public static bool Has(string[] call) => Names.Contains(call[0]);
}
