using Microsoft.Extensions.Logging;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class DurabilityCheckTests
{
    private const LogLevel Warning = LogLevel.Warning;

    private readonly LoggedLines<DurabilityCheck> _lines = new();

    [Fact]
    public async Task Report_RedisForgets_WarnsOfEverySetting()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await connection.GetDatabase().ExecuteAsync("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");

        await new DurabilityCheck(connection, _lines).Report();

        Assert.Equal(
            [
                (Warning, "Redis has appendonly no instead of yes: a restart of Redis loses what came after its last snapshot"),
                (Warning, "Redis has appendfsync everysec instead of always: a crash of the machine can lose the last second"),
                (Warning, "Redis has maxmemory-policy allkeys-lru instead of noeviction: Redis may drop journals when memory is short"),
            ],
            _lines.Rest());
    }

    [Fact]
    public async Task Report_RedisKeepsWhatItAcknowledged_SaysNothing()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);

        await new DurabilityCheck(connection, _lines).Report();

        Assert.Empty(_lines.Rest());
    }

    [Fact]
    public async Task Report_TheUserMayNotSeeTheSettings_SaysThat()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var admin = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",allowAdmin=true");
        await admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "limited", "on", "nopass", "~*", "&*", "+@all", "-config");
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",user=limited,password=any");

        await new DurabilityCheck(connection, _lines).Report();

        Assert.Equal(
            [
                (Warning, "Redis does not show its setting appendonly; see to it that it works as yes"),
                (Warning, "Redis does not show its setting appendfsync; see to it that it works as always"),
                (Warning, "Redis does not show its setting maxmemory-policy; see to it that it works as noeviction"),
            ],
            _lines.Rest());
    }
}
