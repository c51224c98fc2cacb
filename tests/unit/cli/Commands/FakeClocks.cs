using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>A clock of two silos, of which one does not answer, over a Redis that is not quite durable.</summary>
internal sealed class FakeClocks : SlaClockService.SlaClockServiceBase
{
    public override Task<ClockHealth> GetClockHealth(GetClockHealthRequest request, ServerCallContext context) => Task.FromResult(new ClockHealth
    {
        OpenTickets = 12,
        ArmedTickets = 9,
        OverdueWakes = 2,
        OldestOverdueTime = Time(9, 30),
        Shards = 64,
        UnheldShards = 31,
        TzdbVersion = "TZDB: 2026a",
        MeasureTime = Time(10, 0),
        Lateness = new Lateness { Signals = 40, P50Duration = Length(3), P99Duration = Length(150), MaxDuration = Length(1200), WindowDuration = Duration.FromTimeSpan(TimeSpan.FromHours(1)) },
        AppendLatency = new AppendLatency(),
        Redis = new RedisHealth
        {
            Reachable = true,
            Server = "redis 7.0.15",
            PingDuration = Length(0.25),
            DurabilitySettings =
            {
                new RedisSetting { Name = "appendfsync", Value = "everysec", WantedValue = "always" },
                new RedisSetting { Name = "maxmemory-policy", WantedValue = "noeviction" },
            },
        },
        Silos =
        {
            new Silo { Address = "127.0.0.1:11111@1", Status = SiloStatus.Active, Answered = true, Shards = 33, StartTime = Time(8, 0) },
            new Silo { Address = "127.0.0.1:11112@1", Status = SiloStatus.Active },
        },
    });

    private static Duration Length(double milliseconds) => Duration.FromTimeSpan(TimeSpan.FromMilliseconds(milliseconds));

    private static Timestamp Time(int hour, int minute) => Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 1, hour, minute, 0, TimeSpan.Zero));
}
