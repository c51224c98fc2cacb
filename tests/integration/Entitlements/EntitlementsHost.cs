using Grpc.Net.Client;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Entitlements.Service;
using SlaPlatform.Integration.Tests.Catalog;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>The entitlements host on a database and a redis-server of its own, with a catalog behind it. The database is a SQLite file.</summary>
public class EntitlementsHost : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"sla-entitlements-{Guid.NewGuid():N}.db");
    private HostUnderTest<EntitlementRpc> _host = null!;
    private EntitlementService.EntitlementServiceClient? _client;
    private string _store = "";

    /// <summary>The client; a test that asks for it is skipped where a server is not installed (a fixture cannot skip).</summary>
    public EntitlementService.EntitlementServiceClient Client
    {
        get
        {
            Assert.SkipWhen(Missing is not null, Missing ?? "");
            return _client!;
        }
    }

    /// <summary>The client of the availability service, on the same terms.</summary>
    public AvailabilityService.AvailabilityServiceClient Availability
    {
        get
        {
            Assert.SkipWhen(Missing is not null, Missing ?? "");
            return new AvailabilityService.AvailabilityServiceClient(_host.Channel);
        }
    }

    /// <summary>The catalog behind it.</summary>
    internal CatalogHost Catalog { get; } = new();

    internal RedisServer Redis { get; private set; } = null!;

    internal IServiceProvider Services => _host.Services;

    /// <summary>Where both services are asked, on the same terms.</summary>
    internal GrpcChannel Channel
    {
        get
        {
            Assert.SkipWhen(Missing is not null, Missing ?? "");
            return _host.Channel;
        }
    }

    internal FakeTimeProvider Time => _host.Time;

    internal bool SeedsDemoAccounts { get; init; }

    /// <summary>What is not installed, or null.</summary>
    protected virtual string? Missing => RedisProgram.IsRedisInstalled ? null : RedisProgram.RedisMissing;

    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            _store = await MakeStoreAsync();
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

    /// <summary>Starts another instance on the same database and Redis; the caller ends it.</summary>
    internal HostUnderTest<EntitlementRpc> StartAnother() => new(Settings, services => services.AddSingleton(Catalog.Client));

    /// <summary>The same, watching a clock.</summary>
    internal HostUnderTest<EntitlementRpc> StartWatching(SlaClockService.SlaClockServiceClient clock) =>
        new([.. Settings, new("Clock:Linked", "true")], services => services.AddSingleton(Catalog.Client).AddSingleton(clock));

    public async ValueTask DisposeAsync()
    {
        _host?.Dispose();
        Catalog.Dispose();
        if (Redis is not null)
        {
            await Redis.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { _file, $"{_file}-wal", $"{_file}-shm", $"{_file}.migration-lock" })
        {
            File.Delete(file);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the database; gives its connection string.</summary>
    protected virtual Task<string> MakeStoreAsync() => Task.FromResult($"Data Source={_file}");

    private IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("ConnectionStrings:entitlements", _store),
        new("ConnectionStrings:redis", Redis.ConnectionString),
        new("Seed:DemoAccounts", SeedsDemoAccounts ? "true" : "false"),
        new("Clock:Linked", "false"),
    ];

    private void Start()
    {
        _host = StartAnother();
        _client = new EntitlementService.EntitlementServiceClient(_host.Channel);
    }
}
