using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>Answers that catalogs share through Redis, and what becomes of them when it goes and comes.</summary>
public sealed class SharedAnswerTests
{
    // Beyond what a test waits for an answer: one that waited for Redis would come too late.
    private const string SlowToGiveUp = ",asyncTimeout=60000,syncTimeout=60000";

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan StoredLimit = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ComparePlans_AnotherCatalogAnswered_IsServedFromRedis()
    {
        await using var redis = await RedisServer.StartAsync();
        using var first = HostOn(redis);
        using var second = HostOn(redis);

        var computed = await AskAsync(first, "en");
        await UntilStoredAsync(redis, 1);
        var shared = await AskAsync(second, "en");

        Assert.Equal((1, 0), (ComputedBy(first), ComputedBy(second)));
        Assert.NotEmpty(shared.Rows);
        Assert.Equal(computed, shared);
    }

    [Fact]
    public async Task ComparePlans_RedisKilled_IsAnsweredWithoutWaitingForIt()
    {
        await using var redis = await RedisServer.StartAsync();
        using var host = HostOn(redis);
        var before = await AskAsync(host, "en");
        await UntilStoredAsync(redis, 1);

        await redis.KillAsync();
        var known = await AskAsync(host, "en");
        await host.Services.UntilRedisAsync(connected: false, Cancel);
        var french = await AskAsync(host, "fr");
        var italian = await AskAsync(host, "it");

        Assert.Equal(before, known);
        Assert.All([french, italian], table => Assert.Equal(before.Rows.Count, table.Rows.Count));
        Assert.Equal(3, ComputedBy(host));
        Assert.Equal("Healthy", await host.Http.GetStringAsync(HealthPaths.Ready, Cancel));
    }

    [Fact]
    public async Task ComparePlans_RedisBack_IsSharedAgainWithoutARestart()
    {
        await using var redis = await RedisServer.StartAsync();
        using var first = HostOn(redis);
        using var second = HostOn(redis);
        await AskAsync(first, "en");
        await UntilStoredAsync(redis, 1);
        await redis.KillAsync();
        await first.Services.UntilRedisAsync(connected: false, Cancel);
        await second.Services.UntilRedisAsync(connected: false, Cancel);
        await AskAsync(first, "fr");

        await redis.RestartAsync();
        await first.Services.UntilRedisAsync(connected: true, Cancel);
        await second.Services.UntilRedisAsync(connected: true, Cancel);
        var computed = await AskAsync(first, "it");
        await UntilStoredAsync(redis, 1);
        var shared = await AskAsync(second, "it");

        Assert.Equal((3, 0), (ComputedBy(first), ComputedBy(second)));
        Assert.Equal(computed, shared);
    }

    private static CatalogHost HostOn(RedisServer redis) => new(redis.ConnectionString + SlowToGiveUp, CountingCache.Add);

    private static int ComputedBy(CatalogHost host) => ((CountingCache)host.Services.GetRequiredService<HybridCache>()).Computed;

    private static async Task<ComparePlansResponse> AskAsync(CatalogHost host, string language)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        bounded.CancelAfter(AnswerLimit);
        return await host.Client.ComparePlansAsync(new ComparePlansRequest { Plans = { "policies/xtm" }, Language = language }, cancellationToken: bounded.Token);
    }

    /// <summary>An answer is given before it stands in Redis.</summary>
    private static async Task UntilStoredAsync(RedisServer redis, int answers)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        bounded.CancelAfter(StoredLimit);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        int stored;
        do
        {
            bounded.Token.ThrowIfCancellationRequested();
            stored = 0;
            await foreach (var key in connection.GetServers().Single().KeysAsync(pattern: "sla:catalog:*ComparePlansRequest:*").WithCancellation(bounded.Token))
            {
                stored++;
            }
        }
        while (stored < answers);
        Assert.Equal(answers, stored);
    }
}
