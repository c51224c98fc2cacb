using System.Globalization;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>What a key of a shard holds.</summary>
internal static class ShardKeys
{
    /// <summary>Whether it is the shard's one key of this name.</summary>
    public static bool Names(string key, string name) => key.EndsWith("}:" + name, StringComparison.Ordinal);

    /// <summary>Whether it is one of the shard's keys of this kind: of a ticket, or of a request.</summary>
    public static bool IsOf(string key, string kind) => key.Contains("}:" + kind + ":", StringComparison.Ordinal);

    /// <summary>Its shard, or null for a key of none.</summary>
    public static int? ShardOf(string key) =>
        key.IndexOf("{s", StringComparison.Ordinal) is >= 0 and var at ? int.Parse(key.AsSpan(at + 2, key.IndexOf('}') - at - 2), CultureInfo.InvariantCulture) : null;
}
