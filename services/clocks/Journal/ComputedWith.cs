using SlaPlatform.BusinessTime;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>The versions a shard's due index was computed with: others can mean other due times.</summary>
internal sealed class ComputedWith([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis, JournalGate gate)
{
    /// <summary>The versions of this silo, as one text.</summary>
    public static string Version { get; } = $"{TimeZones.Version} {ClockFold.Version}";

    /// <summary>Whether the shard's due times were computed by this engine and time zone database.</summary>
    public async Task<bool> IsCurrent(int shard)
    {
        gate.RequireOpen();
        var stored = await RedisCalls.Reach(() => redis.GetDatabase().HashGetAsync(JournalKeys.Computed(shard), ["tzdb", "engine"]));
        return stored[0] == TimeZones.Version && stored[1] == ClockFold.Version;
    }

    /// <summary>Notes that all due times of the shard are this engine's.</summary>
    public Task Note(int shard) => RedisCalls.Reach(async () =>
    {
        await redis.GetDatabase().HashSetAsync(JournalKeys.Computed(shard), [new("tzdb", TimeZones.Version), new("engine", ClockFold.Version)]);
        return true;
    });
}
