using System.Globalization;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>The commands that a script may call. Answers null, a whole number, a text or a list of texts.</summary>
internal static class ScriptCommands
{
    public static object? Call(Keyspace keys, string[] call)
    {
        var key = call[1];
        return call[0].ToUpperInvariant() switch
        {
            "GET" => keys.Get(key),
            "SET" => Set(keys, call),
            "EXISTS" => keys.Has(key) ? 1L : 0L,
            "DEL" => keys.Delete(key) ? 1L : 0L,
            "EXPIRE" or "PEXPIRE" => 1L,
            "INCR" => keys.Increment(key, 1),
            "INCRBY" => keys.Increment(key, Whole(call[2])),
            "LLEN" => (long)keys.List(key).Count,
            "LINDEX" => keys.At(key, Whole(call[2])),
            "LRANGE" => keys.Range(key, Whole(call[2]), Whole(call[3])),
            "LPOP" => keys.Pop(key),
            "RPUSH" => call[2..].Select(value => keys.Push(key, value)).Last(),
            "HGET" => keys.Hash(key).GetValueOrDefault(call[2]),
            "HLEN" => (long)keys.Hash(key).Count,
            "HSET" => call[2..].Chunk(2).LongCount(pair => keys.SetField(key, pair[0], pair[1])),
            "HDEL" => call[2..].LongCount(field => keys.DeleteField(key, field)),
            "ZADD" => call[2..].Chunk(2).LongCount(pair => keys.AddMember(key, pair[1], Number(pair[0]))),
            "ZREM" => call[2..].LongCount(member => keys.RemoveMember(key, member)),
            "ZCARD" => (long)keys.Sorted(key).Count,
            "ZSCORE" => keys.Sorted(key).Score(call[2])?.ToString(CultureInfo.InvariantCulture),
            "ZCOUNT" => (long)ByScore(keys, call).Length,
            "ZRANGE" => keys.Sorted(key).ByRank(Whole(call[2]), Whole(call[3])).Select(entry => entry.Member).ToArray(),
            "ZRANGEBYSCORE" => ByScore(keys, call).Select(entry => entry.Member).ToArray(),
            "ZREMRANGEBYRANK" => Remove(keys, key, keys.Sorted(key).ByRank(Whole(call[2]), Whole(call[3]))),
            "ZREMRANGEBYSCORE" => Remove(keys, key, ByScore(keys, call)),
            _ => throw new NotSupportedException($"The simulated Redis does not know {call[0]} in scripts; add it to {nameof(ScriptCommands)}."),
        };
    }

    private static string? Set(Keyspace keys, string[] call)
    {
        if (call.Contains("NX", StringComparer.Ordinal) && keys.Has(call[1]))
        {
            return null;
        }

        keys.Set(call[1], call[2]);
        return "OK";
    }

    private static (double Score, string Member)[] ByScore(Keyspace keys, string[] call) =>
        keys.Sorted(call[1]).ByScore(Number(call[2].TrimStart('(')), Number(call[3].TrimStart('(')), call[2].StartsWith('('), call[3].StartsWith('('));

    private static long Remove(Keyspace keys, string key, (double Score, string Member)[] members) =>
        members.LongCount(entry => keys.RemoveMember(key, entry.Member));

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => text switch
    {
        "-inf" => double.NegativeInfinity,
        "+inf" or "inf" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
