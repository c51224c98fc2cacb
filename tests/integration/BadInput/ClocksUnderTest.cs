using SlaPlatform.Integration.Tests.Clocks;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>The clock's host, with heartbeats that come soon: a watch that is taken shows it by one.</summary>
public sealed class ClocksUnderTest : IAsyncLifetime
{
    private RedisServer? _redis;
    private ClockHost? _host;

    /// <summary>The host; a test that asks for it where there is no redis-server is skipped visibly.</summary>
    internal ClockHost Host
    {
        get
        {
            Assert.SkipWhen(_host is null, RedisProgram.RedisMissing);
            return _host!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (RedisProgram.IsRedisInstalled)
        {
            _redis = await RedisServer.StartAsync();
            _host = await ClockHost.StartAsync(_redis, TestContext.Current.CancellationToken, settings: [("Watching:HeartbeatAfter", "00:00:00.1")]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }
}
