using System.Collections.Immutable;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Health;

/// <summary>Looks at the journal's Redis as it is now.</summary>
internal sealed class RedisLook([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis, DurabilityCheck durability)
{
    private static readonly ImmutableArray<string> Servers = ["garnet_version", "valkey_version", "redis_version"];

    /// <summary>How long a PING takes.</summary>
    /// <exception cref="JournalUnavailableException">It did not answer.</exception>
    public Task<TimeSpan> Ping() => RedisCalls.Reach(() => redis.GetDatabase().PingAsync());

    /// <summary>What it is, such as <c>redis 7.0.15</c>; empty when it does not tell.</summary>
    /// <exception cref="JournalUnavailableException">It did not answer.</exception>
    public async Task<string> Server()
    {
        try
        {
            var told = (string?)await RedisCalls.Reach(() => redis.GetDatabase().ExecuteAsync("INFO", "server")) ?? "";
            var lines = told.Split('\n').Select(line => line.Trim().Split(':', 2)).Where(line => line.Length == 2).ToArray();
            return Servers.Select(server => lines.FirstOrDefault(line => line[0] == server)).FirstOrDefault(line => line is not null) is { } found
                ? $"{found[0].Split('_')[0]} {found[1]}"
                : "";
        }
        catch (RedisException)
        {
            return "";
        }
    }

    /// <summary>The settings that decide what survives a crash.</summary>
    /// <exception cref="JournalUnavailableException">It did not answer.</exception>
    public Task<ImmutableArray<DurabilitySetting>> Settings() => durability.Look();
}
