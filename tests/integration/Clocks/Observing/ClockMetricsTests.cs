using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks.Observing;

public sealed class ClockMetricsTests
{
    private static readonly (string Name, string Unit)[] Expected =
    [
        ("slaplatform.clocks.append.duration", "s"), ("slaplatform.clocks.armed_tickets", "{ticket}"), ("slaplatform.clocks.lateness", "s"),
        ("slaplatform.clocks.oldest_count", "s"), ("slaplatform.clocks.oldest_overdue", "s"), ("slaplatform.clocks.open_tickets", "{ticket}"), ("slaplatform.clocks.overdue_wakes", "{wake}"),
        ("slaplatform.clocks.shards.held", "{shard}"), ("slaplatform.clocks.signals", "{signal}"), ("slaplatform.clocks.wakes", "{wake}"), ("slaplatform.clocks.watches", "{watch}"),
        ("slaplatform.clocks.watches.cut_off", "{watch}"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Instruments_AfterRealWork_HaveTheirUnitsAndHaveMeasured()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        using var instruments = new Instruments(host.Services.GetRequiredService<ClockMetrics>().Meter);
        using (var watch = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel))
        {
            await watch.ResponseStream.MoveNext(Cancel);
            await host.Client.OpenTicketAsync(ClockFixture.Opening("accounts/fast.seconds"), cancellationToken: Cancel);
            await watch.ResponseStream.ReadAllAsync(Cancel).FirstAsync(entry => entry.Signal is not null, Cancel);
            await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
            var last = (long)await connection.GetDatabase().StringIncrementAsync(JournalKeys.OutboxLast(3));
            await connection.GetDatabase().SortedSetAddAsync(JournalKeys.Outbox(3), $"{last}:rubbish", last);
            await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.ReadAllAsync(Cancel).LastAsync(Cancel).AsTask());
        }

        var measured = Expected.Where(instrument => instruments.Values(instrument.Name).Length > 0 || instruments.Observe(instrument.Name) >= 0);

        Assert.Equal(Expected, instruments.Published.Select(instrument => (instrument.Name, instrument.Unit!)).Order());
        Assert.Equal(Expected, measured);
        Assert.All(instruments.Published, instrument => Assert.NotEmpty(instrument.Description!));
        Assert.Equal(0, instruments.Values("slaplatform.clocks.watches").Sum());
    }

    [Fact(Timeout = 60_000)]
    public async Task Wakes_OfATicketThatCannotBeWoken_AreNotCounted()
    {
        var ended = new WakeCount();
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, services => services.AddSingleton<IIncomingGrainCallFilter>(ended));
        using var instruments = new Instruments(host.Services.GetRequiredService<ClockMetrics>().Meter);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await BrokenTickets.AddAsync(connection.GetDatabase(), shard: 3, count: 1, due: 0);

        await UntilAsync(() => ended.Count >= 3);

        Assert.Empty(instruments.Values("slaplatform.clocks.wakes"));
    }

    [Fact(Timeout = 60_000)]
    public async Task OldestOverdue_RedisGoesAwayWhileSomethingIsOverdue_GoesOnGrowing()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        using var instruments = new Instruments(host.Services.GetRequiredService<ClockMetrics>().Meter);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var due = (TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(1)).ToUnixTimeMilliseconds();
        await BrokenTickets.AddAsync(connection.GetDatabase(), shard: 3, count: 1, due);
        await UntilAsync(() => instruments.Observe("slaplatform.clocks.overdue_wakes") == 1);
        var (held, overdue) = (instruments.Observe("slaplatform.clocks.shards.held"), instruments.Observe("slaplatform.clocks.oldest_overdue"));

        await redis.KillAsync();

        await UntilAsync(() => instruments.Observe("slaplatform.clocks.oldest_overdue") > overdue + 3);
        await UntilAsync(() => instruments.Observe("slaplatform.clocks.oldest_count") > 3);
        Assert.InRange(overdue, 60, 120);
        Assert.InRange(held, 1, 64);
    }

    [Theory]
    [InlineData(ClockMetrics.LatenessName, 0.15)]
    [InlineData(ClockMetrics.AppendName, 0.002)]
    public void Histograms_OfSeconds_HaveBoundsOnBothSidesOfWhatIsUsual(string name, double usual)
    {
        using var services = new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<ShardGauges>().AddSingleton<ClockMetrics>().BuildServiceProvider();
        using var instruments = new Instruments(services.GetRequiredService<ClockMetrics>().Meter);

        var histogram = (System.Diagnostics.Metrics.Instrument<double>)instruments.Published.Single(instrument => instrument.Name == name);

        Assert.InRange(histogram.Advice!.HistogramBucketBoundaries!.Count(bound => bound < usual), 1, int.MaxValue);
        Assert.InRange(histogram.Advice!.HistogramBucketBoundaries!.Count(bound => bound > usual), 4, int.MaxValue);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }
}
