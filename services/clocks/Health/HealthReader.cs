using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Contracts.Time;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Health;

/// <summary>How the whole cluster does. Every silo can tell: it asks all others, and says which of them did not answer.</summary>
internal sealed class HealthReader(SiloFiguresClient silos, ISiloStatusOracle membership, RedisLook redis, IOptions<HealthOptions> options, TimeProvider clock)
{
    private const double Half = 0.5;
    private const double NearlyAll = 0.99;

    public async Task<Wire.ClockHealth> Read()
    {
        var look = Look();
        var answers = await Task.WhenAll(Alive().Select(Ask));
        var reports = answers.Select(answer => answer.Report).OfType<SiloReport>().ToImmutableArray();

        // A shard that moves is told of by both silos for a moment: what was counted last counts.
        var shards = reports.SelectMany(report => report.Shards).GroupBy(shard => shard.Shard).Select(counts => counts.MaxBy(count => count.CountTime)!).ToImmutableArray();
        var health = new Wire.ClockHealth
        {
            OpenTickets = shards.Sum(shard => shard.Open),
            ArmedTickets = shards.Sum(shard => (long)shard.Armed),
            OverdueWakes = shards.Sum(shard => shard.Overdue),
            OldestOverdueTime = shards.Min(shard => shard.OldestOverdueTime) is { } oldest ? Instant.FromUnixTimeMilliseconds(oldest).ToTimestamp() : null,
            Lateness = LatenessOf(Sum(reports.Select(report => report.Lateness))),
            AppendLatency = AppendLatencyOf(Sum(reports.Select(report => report.Appends))),
            Shards = Shards.Count,
            UnheldShards = Shards.Count - shards.Length,
            TzdbVersion = TimeZones.Version,
            MeasureTime = Instant.FromDateTimeOffset(clock.GetUtcNow()).ToTimestamp(),
            Redis = await look,
        };
        health.Silos.AddRange(answers.Select(SiloOf));
        return health;
    }

    private IEnumerable<KeyValuePair<SiloAddress, SiloStatus>> Alive() => membership.GetApproximateSiloStatuses(onlyActive: false)
        .Where(silo => silo.Value is not (SiloStatus.None or SiloStatus.Dead))
        .OrderBy(silo => silo.Key.ToParsableString(), StringComparer.Ordinal);

    private async Task<SiloAnswer> Ask(KeyValuePair<SiloAddress, SiloStatus> silo)
    {
        try
        {
            return new SiloAnswer(silo.Key, silo.Value, await silos.Ask(silo.Key).WaitAsync(options.Value.AnswerWithin, clock));
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            return new SiloAnswer(silo.Key, silo.Value, null);
        }
    }

    private async Task<Wire.RedisHealth> Look()
    {
        try
        {
            return await LookAtRedis().WaitAsync(options.Value.AnswerWithin, clock);
        }
        catch (Exception e) when (e is TimeoutException or JournalUnavailableException)
        {
            return new Wire.RedisHealth();
        }
    }

    private async Task<Wire.RedisHealth> LookAtRedis()
    {
        var health = new Wire.RedisHealth { PingDuration = Duration.FromTimeSpan(await redis.Ping()).ToProtobufDuration(), Server = await redis.Server(), Reachable = true };
        health.DurabilitySettings.AddRange((await redis.Settings()).Select(setting => new Wire.RedisSetting
        {
            Name = setting.Name,
            Value = setting.Value ?? "",
            WantedValue = setting.Wanted,
        }));
        return health;
    }

    private Wire.Lateness LatenessOf(HistogramCount count) => new()
    {
        Signals = count.Total,
        P50Duration = count.Percentile(Half)?.ToProtobufDuration(),
        P99Duration = count.Percentile(NearlyAll)?.ToProtobufDuration(),
        MaxDuration = count.Greatest()?.ToProtobufDuration(),
        WindowDuration = Duration.FromTimeSpan(options.Value.FiguresOver).ToProtobufDuration(),
    };

    private static Wire.AppendLatency AppendLatencyOf(HistogramCount count) => new()
    {
        Appends = count.Total,
        P50Duration = count.Percentile(Half)?.ToProtobufDuration(),
        P99Duration = count.Percentile(NearlyAll)?.ToProtobufDuration(),
        MaxDuration = count.Greatest()?.ToProtobufDuration(),
    };

    private static Wire.Silo SiloOf(SiloAnswer answer) => new()
    {
        Address = answer.Address.ToParsableString(),
        StartTime = answer.Report is { } report ? Instant.FromUnixTimeMilliseconds(report.StartTime).ToTimestamp() : null,
        Shards = answer.Report?.Shards.Length ?? 0,
        Answered = answer.Report is not null,
        Status = answer.Status switch
        {
            SiloStatus.Created or SiloStatus.Joining => Wire.SiloStatus.Starting,
            SiloStatus.Active => Wire.SiloStatus.Active,
            _ => Wire.SiloStatus.Stopping,
        },
    };

    private static HistogramCount Sum(IEnumerable<HistogramCount> counts) => counts.Aggregate(HistogramCount.Empty, (sum, count) => sum.With(count));
}
