using StackExchange.Redis;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>What each method of the client library does to the keys. The arguments are read at once, the keys when Redis serves the command.</summary>
internal static class DatabaseCommands
{
    public static Func<SimulatedRedis, object?> Of(ClientCall call)
    {
        if (call.Name == "ScriptEvaluateAsync")
        {
            var (script, names, arguments) = ((string)call["script"]!, call.Keys("keys"), call.Texts("values"));
            return redis => Result(redis.Run(script, names, arguments));
        }

        if (call.Name == "ExecuteAsync")
        {
            // INFO, the one command that the service sends by its name.
            return redis => Result(redis.Terms.Info);
        }

        var command = OnKeys(call);
        return redis => command(redis.Seen(call));
    }

    public static RedisValue Value(string? text) => text is null ? RedisValue.Null : Bytes.From(text);

    private static Func<Keyspace, object?> OnKeys(ClientCall call)
    {
        var key = call.Key;
        switch (call.Name)
        {
            case "StringGetAsync" when call.Has("keys"):
                var wanted = call.Keys("keys");
                return keys => wanted.Select(name => Value(keys.Get(name))).ToArray();
            case "StringGetAsync":
                return keys => Value(keys.Get(key));
            case "StringSetAsync":
                var (text, onlyNew) = (call.Text("value"), call.OnlyNew);
                return keys => Set(keys, key, text, onlyNew);
            case "KeyExistsAsync":
                return keys => keys.Has(key);
            case "KeyDeleteAsync":
                return keys => keys.Delete(key);
            case "HashGetAsync" when call.Has("hashFields"):
                var fields = call.Texts("hashFields");
                return keys => fields.Select(field => Value(keys.Hash(key).GetValueOrDefault(field))).ToArray();
            case "HashGetAsync":
                var wantedField = call.Text("hashField");
                return keys => Value(keys.Hash(key).GetValueOrDefault(wantedField));
            case "HashSetAsync" when call.Has("hashFields"):
                var entries = ((HashEntry[])call["hashFields"]!).Select(entry => (Name: Bytes.Of((byte[])entry.Name!), Value: Bytes.Of((byte[])entry.Value!))).ToArray();
                return keys => entries.Count(entry => keys.SetField(key, entry.Name, entry.Value)) >= 0;
            case "HashSetAsync":
                var (name, value, newOnly) = (call.Text("hashField"), call.Text("value"), call.OnlyNew);
                return keys => keys.SetField(key, name, value, newOnly);
            case "HashLengthAsync":
                return keys => (long)keys.Hash(key).Count;
            case "ListRangeAsync":
                var (from, to) = (call.Whole("start"), call.Whole("stop"));
                return keys => keys.Range(key, from, to).Select(Value).ToArray();
            case "ListGetByIndexAsync":
                var index = call.Whole("index");
                return keys => Value(keys.At(key, index));
            case "ListLengthAsync":
                return keys => (long)keys.List(key).Count;
            default:
                return SortedSetCommands.Of(call);
        }
    }

    private static RedisResult Result(object? answer) => answer switch
    {
        object?[] items => RedisResult.Create([.. items.Select(Result)]),
        long number => RedisResult.Create(number),
        string text => RedisResult.Create(Value(text)),
        _ => RedisResult.Create(RedisValue.Null),
    };

    private static bool Set(Keyspace keys, string key, string value, bool onlyNew)
    {
        if (onlyNew && keys.Has(key))
        {
            return false;
        }

        keys.Set(key, value);
        return true;
    }
}
