using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Service;
using SlaPlatform.Integration.Tests.Catalog;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>The database goes away and comes back; migrations that were cut off, or begun by two at once.</summary>
public sealed class StoreAwayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 90_000)]
    public async Task Start_PostgresIsAway_ServesNothingUntilItIsThereAndThenAll()
    {
        await using var postgres = await PostgresServer.StartAsync();
        await using var redis = await RedisServer.StartAsync();
        using var catalog = new CatalogHost();
        var store = await postgres.MakeDatabaseAsync();
        await postgres.CrashAsync();
        using var host = Start(store, redis, catalog);
        var client = new EntitlementService.EntitlementServiceClient(host.Channel);

        var refused = await RefusedCall.OfAsync(client.CreateAccountAsync(Given.CreateAccount(), cancellationToken: Cancel));

        Assert.Equal((StatusCode.Unavailable, ErrorReason.DependencyUnavailable), (refused.Code, refused.Reason));
        Assert.NotNull(refused.Retry);
        Assert.Equal(HealthStatus.Unhealthy, (await ReadinessOf(host)).Status);

        await postgres.RestartAsync();
        await UntilMigratedAsync(host);
        var account = await client.CreateAccountAsync(Given.CreateAccount(), cancellationToken: Cancel);
        Assert.Equal(account, await client.GetAccountAsync(new GetAccountRequest { Name = account.Name }, cancellationToken: Cancel));
    }

    [Fact(Timeout = 90_000)]
    public async Task Calls_PostgresCrashesAndComesBack_AreRefusedMeanwhileAndLoseNothing()
    {
        await using var postgres = await PostgresServer.StartAsync();
        await using var redis = await RedisServer.StartAsync();
        using var catalog = new CatalogHost();
        using var host = Start(await postgres.MakeDatabaseAsync(), redis, catalog);
        var client = new EntitlementService.EntitlementServiceClient(host.Channel);
        var account = await client.CreateAccountAsync(Given.CreateAccount(), cancellationToken: Cancel);

        await postgres.CrashAsync();
        var refused = await RefusedCall.OfAsync(client.GetAccountAsync(new GetAccountRequest { Name = account.Name }, cancellationToken: Cancel));
        await postgres.RestartAsync();

        Assert.Equal(StatusCode.Unavailable, refused.Code);
        Assert.NotNull(refused.Retry);
        Assert.Equal(account, await UntilAnsweredAsync(() => client.GetAccountAsync(new GetAccountRequest { Name = account.Name }, cancellationToken: Cancel)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Start_FiveInstancesAtOnceOnAnEmptyDatabase_MigrateItOnce()
    {
        await using var redis = await RedisServer.StartAsync();
        using var catalog = new CatalogHost();
        var store = await (await PostgresServer.SharedAsync()).MakeDatabaseAsync();

        var hosts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Start(store, redis, catalog), Cancel)));

        foreach (var host in hosts)
        {
            await UntilMigratedAsync(host);
            host.Dispose();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Start_AMigrationOfBeforeWasKilled_IsNotWaitedFor()
    {
        var folder = Directory.CreateTempSubdirectory("sla-migration-");
        await using var redis = await RedisServer.StartAsync();
        using var catalog = new CatalogHost();
        var store = $"Data Source={Path.Combine(folder.FullName, "store.db")}";
        Start(store, redis, catalog).Dispose();
        await using (var connection = new SqliteConnection(store))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT OR IGNORE INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync(Cancel);
        }

        using (var host = Start(store, redis, catalog))
        {
            await UntilMigratedAsync(host);
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static HostUnderTest<EntitlementRpc> Start(string store, RedisServer redis, CatalogHost catalog)
    {
        var host = new HostUnderTest<EntitlementRpc>(
            [new("ConnectionStrings:entitlements", store), new("ConnectionStrings:redis", redis.ConnectionString), new("Seed:DemoAccounts", "false")],
            services => services.AddSingleton(catalog.Client));
        _ = host.Services;
        return host;
    }

    private static async Task UntilMigratedAsync(HostUnderTest<EntitlementRpc> host)
    {
        while ((await ReadinessOf(host)).Status != HealthStatus.Healthy)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }

    private static async Task<HealthReportEntry> ReadinessOf(HostUnderTest<EntitlementRpc> host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(entry => entry.Tags.Contains(HealthTags.Ready), Cancel);
        return report.Entries["entitlements-store"];
    }

    private static async Task<T> UntilAnsweredAsync<T>(Func<AsyncUnaryCall<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
            }
        }
    }
}
