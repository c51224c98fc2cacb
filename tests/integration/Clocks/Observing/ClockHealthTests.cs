using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Health;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Integration.Tests.Clocks.Observing;

public sealed class ClockHealthTests
{
    private const int Tickets = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task GetClockHealth_AfterWork_SaysWhatTheInstrumentsSay()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        using var instruments = new Instruments(host.Services.GetRequiredService<ClockMetrics>().Meter);
        await OpenFast(host, Tickets);
        var closed = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        await host.Client.RecordFactAsync(ClockFixture.Telling(closed.Name, new FactBody { Closed = new Closed() }), cancellationToken: Cancel);

        // All rungs of the fast plan are climbed within seconds; then nothing happens any more.
        var health = await Until(host, told => told.OpenTickets == Tickets + 1 && told is { UnheldShards: 0, OverdueWakes: 0 } && told.Lateness.Signals >= Tickets * 4);

        var lateness = instruments.Values(ClockMetrics.LatenessName);
        Assert.InRange(health.Lateness.Signals, Tickets * 4, lateness.Length);
        Assert.InRange(health.Lateness.MaxDuration.ToTimeSpan().TotalSeconds, 0, lateness.Max() + 0.000_001);
        Assert.InRange(health.Lateness.P50Duration.ToTimeSpan(), TimeSpan.Zero, health.Lateness.P99Duration.ToTimeSpan());
        Assert.InRange(health.Lateness.P99Duration.ToTimeSpan(), TimeSpan.Zero, health.Lateness.MaxDuration.ToTimeSpan());
        Assert.Equal(TimeSpan.FromHours(1), health.Lateness.WindowDuration.ToTimeSpan());
        Assert.InRange(health.AppendLatency.Appends, Tickets, instruments.Values(ClockMetrics.AppendName).Length);
        Assert.InRange(health.AppendLatency.MaxDuration.ToTimeSpan(), health.AppendLatency.P50Duration.ToTimeSpan(), TimeSpan.FromMinutes(1));
        Assert.Equal(health.OpenTickets, instruments.Observe("slaplatform.clocks.open_tickets"));
        Assert.Equal(64, health.Shards);
        Assert.Null(health.OldestOverdueTime);
    }

    [Fact(Timeout = 60_000)]
    public async Task GetClockHealth_OnADurableRedis_SaysHowDurable()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);

        var seen = (await Until(host, told => told.Redis.Reachable)).Redis;

        Assert.StartsWith("redis ", seen.Server, StringComparison.Ordinal);
        Assert.InRange(seen.PingDuration.ToTimeSpan(), TimeSpan.FromTicks(1), TimeSpan.FromSeconds(2));
        Assert.Equal([("appendonly", "yes"), ("appendfsync", "always"), ("maxmemory-policy", "noeviction")], seen.DurabilitySettings.Select(setting => (setting.Name, setting.Value)));
        Assert.All(seen.DurabilitySettings, setting => Assert.Equal(setting.WantedValue, setting.Value));
    }

    [Fact(Timeout = 60_000)]
    public async Task GetClockHealth_RedisIsAway_SaysSoAndKeepsTheLastFigures()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        await Until(host, told => told is { OpenTickets: 1, UnheldShards: 0 });
        await redis.KillAsync();

        var away = await host.Client.GetClockHealthAsync(new GetClockHealthRequest(), cancellationToken: Cancel);

        Assert.Equal(new RedisHealth(), away.Redis);
        Assert.Equal((1, 0), (away.OpenTickets, away.UnheldShards));
    }

    [Fact(Timeout = 60_000)]
    public async Task GetClockHealth_TicketsThatCannotBeWoken_AreOverdueSinceTheOldestWasDue()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var oldest = TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(2);
        await BrokenTickets.AddAsync(connection.GetDatabase(), shard: 3, count: 2, oldest.ToUnixTimeMilliseconds());
        await BrokenTickets.AddAsync(connection.GetDatabase(), shard: 5, count: 1, oldest.AddMinutes(1).ToUnixTimeMilliseconds());

        var health = await Until(host, told => told.OverdueWakes == 3);

        Assert.Equal(oldest.ToUnixTimeMilliseconds(), health.OldestOverdueTime.ToDateTimeOffset().ToUnixTimeMilliseconds());
        Assert.Equal(3, health.ArmedTickets);
    }

    [Fact(Timeout = 90_000)]
    public async Task GetClockHealth_OfAnySilo_IsThatOfTheWholeCluster()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var one = await ClockHost.StartAsync(redis, Cancel, cluster: "health");
        var two = await ClockHost.StartAsync(redis, Cancel, cluster: "health");
        await OpenFast(one, Tickets);
        await OpenFast(two, Tickets);

        var (first, second) = (await Until(one, Whole), await Until(two, Whole));
        var addresses = first.Silos.Select(silo => silo.Address).ToArray();
        await two.DisposeAsync();
        var alone = await Until(one, told => told is { Silos.Count: 1, UnheldShards: 0, OpenTickets: Tickets * 2 });

        Assert.Equal(addresses, second.Silos.Select(silo => silo.Address));
        Assert.All(first.Silos.Concat(second.Silos), silo => Assert.Equal((true, Wire.SiloStatus.Active), (silo.Answered, silo.Status)));
        Assert.All(first.Silos, silo => Assert.InRange(silo.StartTime.ToDateTimeOffset(), TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(5), TimeProvider.System.GetUtcNow()));
        Assert.Contains(alone.Silos.Single().Address, addresses);

        static bool Whole(ClockHealth told) => told is { Silos.Count: 2, UnheldShards: 0, OpenTickets: Tickets * 2 } && told.Silos.All(silo => silo.Answered);
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_ASiloThatDoesNotAnswer_IsNamedWithinTheTime()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var services = host.Services;
        var reader = new HealthReader(
            services.GetRequiredService<SiloFiguresClient>(),
            GhostSilos.Over(services.GetRequiredService<ISiloStatusOracle>()),
            services.GetRequiredService<RedisLook>(),
            Options.Create(new HealthOptions { AnswerWithin = TimeSpan.FromSeconds(1) }),
            TimeProvider.System);

        var health = await reader.Read();

        Assert.Equal(2, health.Silos.Count);
        var ghost = health.Silos.Single(silo => silo.Address == GhostSilos.Ghost.ToParsableString());
        Assert.Equal((false, 0, null), (ghost.Answered, ghost.Shards, (Timestamp?)ghost.StartTime));
        Assert.True(health.Silos.Single(silo => silo.Address != ghost.Address).Answered);
    }

    private static async Task OpenFast(ClockHost host, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/fast.seconds"), cancellationToken: Cancel);
        }
    }

    private static async Task<ClockHealth> Until(ClockHost host, Func<ClockHealth, bool> wanted)
    {
        while (true)
        {
            var health = await host.Client.GetClockHealthAsync(new GetClockHealthRequest(), cancellationToken: Cancel);
            if (wanted(health))
            {
                return health;
            }
        }
    }
}
