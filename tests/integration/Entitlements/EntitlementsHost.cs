using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Entitlements.Service;
using SlaPlatform.Integration.Tests.Catalog;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>The entitlements host on a database file and a redis-server of its own, with a catalog behind it.</summary>
public sealed class EntitlementsHost : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"sla-entitlements-{Guid.NewGuid():N}.db");
    private HostUnderTest<EntitlementRpc> _host = null!;
    private EntitlementService.EntitlementServiceClient? _client;

    /// <summary>The client; a test that asks for it is skipped where there is no redis-server (a fixture cannot skip).</summary>
    public EntitlementService.EntitlementServiceClient Client
    {
        get
        {
            Assert.SkipUnless(RedisProgram.IsRedisInstalled, RedisProgram.RedisMissing);
            return _client!;
        }
    }

    /// <summary>The client of the availability service, on the same terms.</summary>
    public AvailabilityService.AvailabilityServiceClient Availability
    {
        get
        {
            Assert.SkipUnless(RedisProgram.IsRedisInstalled, RedisProgram.RedisMissing);
            return new AvailabilityService.AvailabilityServiceClient(_host.Channel);
        }
    }

    /// <summary>The catalog behind it.</summary>
    internal CatalogHost Catalog { get; } = new();

    internal RedisServer Redis { get; private set; } = null!;

    internal IServiceProvider Services => _host.Services;

    internal FakeTimeProvider Time => _host.Time;

    internal bool SeedsDemoAccounts { get; init; }

    public async ValueTask InitializeAsync()
    {
        if (RedisProgram.IsRedisInstalled)
        {
            Redis = await RedisServer.StartAsync();
            Start();
        }
    }

    /// <summary>Starts the host anew on the same database and Redis.</summary>
    internal void Restart()
    {
        _host.Dispose();
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        _host?.Dispose();
        Catalog.Dispose();
        if (Redis is not null)
        {
            await Redis.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { _file, $"{_file}-wal", $"{_file}-shm" })
        {
            File.Delete(file);
        }
    }

    private void Start()
    {
        _host = new HostUnderTest<EntitlementRpc>(
            [
                new("ConnectionStrings:entitlements", $"Data Source={_file}"),
                new("ConnectionStrings:redis", Redis.ConnectionString),
                new("Seed:DemoAccounts", SeedsDemoAccounts ? "true" : "false"),
            ],
            services => services.AddSingleton(Catalog.Client));
        _client = new EntitlementService.EntitlementServiceClient(_host.Channel);
    }
}
