using System.Collections.Concurrent;
using System.Reflection;
using StackExchange.Redis;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>A call of the client library, its arguments by name.</summary>
internal sealed class ClientCall(MethodInfo method, object?[] arguments)
{
    private static readonly ConcurrentDictionary<MethodInfo, Dictionary<string, int>> Places = new();

    public string Name => method.Name;

    public Type Answer => method.ReturnType;

    /// <summary>The key, or nothing for a call of several.</summary>
    public string Key => this["key"] is RedisKey key ? (string)key! : "";

    /// <summary>Whether it does not write.</summary>
    public bool Reads => !Name.Contains("Set", StringComparison.Ordinal) || Name.StartsWith("SortedSet", StringComparison.Ordinal);

    public object? this[string name]
    {
        get
        {
            return Places.GetOrAdd(method, PlacesOf).TryGetValue(name, out var index) ? arguments[index] : null;
        }
    }

    public bool Has(string name) => this[name] is not null;

    public long Whole(string name) => Convert.ToInt64(this[name], System.Globalization.CultureInfo.InvariantCulture);

    public double Number(string name) => (double)this[name]!;

    public string Text(string name) => Bytes.Of((byte[])((RedisValue)this[name]!)!);

    public string[] Texts(string name) => [.. ((RedisValue[]?)this[name] ?? []).Select(value => Bytes.Of((byte[])value!))];

    public string[] Keys(string name) => [.. ((RedisKey[]?)this[name] ?? []).Select(key => (string)key!)];

    /// <summary>Whether it writes only what is not there.</summary>
    public bool OnlyNew => this["when"] is When.NotExists || (this["when"] is ValueCondition condition && condition.ToString() == ValueCondition.NotExists.ToString());

    private static Dictionary<string, int> PlacesOf(MethodInfo method) => method.GetParameters().ToDictionary(parameter => parameter.Name!, parameter => parameter.Position);
}
