using System.Collections.Immutable;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>Says at start whether Redis keeps what it acknowledged; what cannot be seen is said as well. A warning, not a refusal: a test may run on memory.</summary>
internal sealed partial class DurabilityCheck([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis, ILogger<DurabilityCheck> logger)
{
    private static readonly (string Setting, string Wanted, string Otherwise)[] Settings =
    [
        ("appendonly", "yes", "a restart of Redis loses what came after its last snapshot"),
        ("appendfsync", "always", "a crash of the machine can lose the last second"),
        ("maxmemory-policy", "noeviction", "Redis may drop journals when memory is short"),
    ];

    /// <exception cref="JournalUnavailableException">Redis did not answer; ask again.</exception>
    public async Task Report()
    {
        foreach (var setting in await Look())
        {
            if (setting.Value is not { } value)
            {
                NotVisible(setting.Name, setting.Wanted);
            }
            else if (value != setting.Wanted)
            {
                NotDurable(setting.Name, value, setting.Wanted, setting.Otherwise);
            }
        }
    }

    /// <summary>The settings as they are.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer; ask again.</exception>
    public async Task<ImmutableArray<DurabilitySetting>> Look()
    {
        var seen = ImmutableArray.CreateBuilder<DurabilitySetting>();
        foreach (var (setting, wanted, otherwise) in Settings)
        {
            seen.Add(new DurabilitySetting(setting, await Read(setting), wanted, otherwise));
        }

        return seen.ToImmutable();
    }

    private async Task<string?> Read(string setting)
    {
        try
        {
            var answer = await RedisCalls.Reach(() => redis.GetDatabase().ExecuteAsync("CONFIG", "GET", setting));
            return answer.Length >= 2 ? (string?)answer[1] : null;
        }
        catch (RedisException)
        {
            return null;
        }
    }
}
