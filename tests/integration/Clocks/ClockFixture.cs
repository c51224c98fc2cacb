using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>One host for the tests of a class; each test has tickets of its own.</summary>
public sealed class ClockFixture : IAsyncLifetime
{
    private RedisServer? _redis;
    private ClockHost? _host;

    /// <summary>The client; a test that asks for it where there is no redis-server is skipped visibly.</summary>
    internal SlaClockService.SlaClockServiceClient Client => Host.Client;

    /// <summary>The client of simulations; skips like <see cref="Client"/>.</summary>
    internal SimulationService.SimulationServiceClient Simulations => Host.Simulations;

    /// <summary>The host's services; skips like <see cref="Client"/>.</summary>
    internal IServiceProvider Services => Host.Services;

    private ClockHost Host
    {
        get
        {
            Assert.SkipWhen(_host is null, RedisProgram.RedisMissing);
            return _host!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!RedisProgram.IsRedisInstalled)
        {
            return;
        }

        _redis = await RedisServer.StartDurableAsync();
        _host = await ClockHost.StartAsync(_redis, TestContext.Current.CancellationToken);
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

    internal static OpenTicketRequest Opening(string account = "accounts/xtm.gold") => new()
    {
        Account = account,
        Channel = Channel.Portal,
        Level = 1,
        RequestId = Guid.NewGuid().ToString(),
    };

    internal static RecordFactRequest Telling(string ticket, FactBody fact) => new() { Ticket = ticket, Fact = fact, RequestId = Guid.NewGuid().ToString() };
}
