using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SlaPlatform.Clocks.Telemetry;

namespace SlaPlatform.Integration.Tests.Clocks.Observing;

public sealed class ShardGaugesTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly FakeTimeProvider time = new(Start.ToDateTimeOffset());
    private readonly ShardGauges gauges;

    public ShardGaugesTests() => gauges = new ShardGauges(time);

    [Fact]
    public void OldestOverdue_NoShardCountsAnyMore_GoesOnGrowing()
    {
        gauges.Hold(1);
        gauges.Hold(2);
        gauges.Set(Counted(1, overdueSince: Start - Duration.FromSeconds(3)));
        gauges.Set(Counted(2, overdueSince: Start - Duration.FromSeconds(2)));

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Duration.FromSeconds(63), gauges.OldestOverdue);
        Assert.Equal(Duration.FromSeconds(60), gauges.OldestCount);
    }

    [Fact]
    public void OldestOverdue_NothingIsOverdue_IsZero()
    {
        gauges.Hold(1);
        gauges.Set(Counted(1, overdueSince: null));
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Duration.Zero, gauges.OldestOverdue);
    }

    [Fact]
    public void OldestCount_OneShardHasNeverCounted_IsSinceItIsHeld()
    {
        gauges.Hold(1);
        time.Advance(TimeSpan.FromSeconds(10));
        gauges.Hold(2);
        gauges.Set(Counted(2, overdueSince: null));

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Duration.FromSeconds(11), gauges.OldestCount);
        Assert.Equal([2], gauges.All.Select(shard => shard.Shard));
        Assert.Equal(2, gauges.HeldShards);
    }

    [Fact]
    public void Set_OfAShardThatHasLeft_IsLeftOut()
    {
        gauges.Hold(1);
        gauges.Remove(1);

        gauges.Set(Counted(1, overdueSince: Start));
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal((0L, Duration.Zero, Duration.Zero), (gauges.HeldShards, gauges.OldestOverdue, gauges.OldestCount));
    }

    [Fact]
    public void Ages_TheClockWasSetBack_AreNotNegative()
    {
        gauges.Hold(1);
        gauges.Set(Counted(1, overdueSince: Start) with { CountTime = Start + Duration.FromHours(1), OldestOverdueTime = Start + Duration.FromHours(1) });

        Assert.Equal((Duration.Zero, Duration.Zero), (gauges.OldestOverdue, gauges.OldestCount));
    }

    private static ShardCount Counted(int shard, Instant? overdueSince) => new(shard, Start, Armed: 1, Open: 1, Overdue: overdueSince is null ? 0 : 1, overdueSince);
}
