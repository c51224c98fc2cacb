using SlaPlatform.Clocks.Grains;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class WakeQueueTests
{
    private readonly WakeQueue queue = new();

    [Fact]
    public void TryTake_BeforeTheWake_TakesNothing()
    {
        queue.Set("a", 100);

        Assert.False(queue.TryTake(99, out _));
        Assert.True(queue.TryTake(100, out var ticket));
        Assert.Equal("a", ticket);
    }

    [Fact]
    public void Set_AnotherWake_ReplacesTheFirst()
    {
        queue.Set("a", 100);
        queue.Set("a", 200);

        Assert.Equal(200, queue.Next);
        Assert.False(queue.TryTake(150, out _));
    }

    [Fact]
    public void Set_None_TakesTheWakeAway()
    {
        queue.Set("a", 100);
        queue.Set("a", WakeQueue.None);

        Assert.Null(queue.Next);
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void Served_AfterTheTicketSpokeMeanwhile_KeepsWhatItSaid()
    {
        queue.Set("a", 100);
        queue.TryTake(100, out _);
        queue.Set("a", 150);

        queue.Served("a", next: 300, now: 110);

        Assert.Equal(150, queue.Next);
    }

    [Fact]
    public void TryTake_WhileInFlight_DoesNotTakeItTwice()
    {
        queue.Set("a", 100);
        queue.TryTake(100, out _);
        queue.Set("a", 101);

        Assert.False(queue.TryTake(200, out _));
    }

    [Fact]
    public void Served_NextIsPastAlready_WaitsAMoment()
    {
        queue.Set("a", 100);
        queue.TryTake(100, out _);

        queue.Served("a", next: 100, now: 100);

        Assert.InRange(queue.Next!.Value, 101, 200);
    }

    [Fact]
    public void Failed_AgainAndAgain_WaitsLongerUpToABound()
    {
        var waits = new List<long>();
        queue.Set("a", 0);
        for (long now = 0, i = 0; i < 12; i++)
        {
            Assert.True(queue.TryTake(now, out _));
            queue.Failed("a", now);
            waits.Add(queue.Next!.Value - now);
            now = queue.Next.Value;
        }

        Assert.Equal(waits.Order(), waits);
        Assert.Equal(50, waits[0]);
        Assert.Equal(5000, waits[^1]);
    }

    [Fact]
    public void Reconcile_AfterAFailureThatTheTicketSettled_TakesOverWhatTheIndexHas()
    {
        queue.Set("a", 100);
        queue.TryTake(100, out _);
        queue.Failed("a", 100);
        queue.Set("a", WakeQueue.None);

        queue.Reconcile("a", 500, now: 100);

        Assert.Equal(500, queue.Next);
    }

    [Fact]
    public void Reconcile_WhileAFailedWakeWaits_KeepsTheWait()
    {
        queue.Set("a", 100);
        queue.TryTake(100, out _);
        queue.Failed("a", 100);

        queue.Reconcile("a", 100, now: 100);

        Assert.Equal(150, queue.Next);
    }

    [Fact]
    public void Reconcile_TheClockWasSetBackWhileAFailedWakeWaits_TriesItNow()
    {
        const long Hour = 3_600_000;
        queue.Set("a", 100);
        queue.TryTake(100 + Hour, out _);
        queue.Failed("a", 100 + Hour);

        queue.Reconcile("a", 100, now: 200);

        Assert.True(queue.TryTake(200, out var ticket));
        Assert.Equal("a", ticket);
    }

    [Fact]
    public void Reconcile_TheClockWasSetBack_StillWaitsLongerWithEachFailure()
    {
        queue.Set("a", 100);
        queue.TryTake(100_000, out _);
        queue.Failed("a", 100_000);
        queue.Reconcile("a", 100, now: 200);
        queue.TryTake(200, out _);

        queue.Failed("a", 200);

        Assert.Equal(300, queue.Next);
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(150, 100)]
    public void Reconcile_WithTheIndex_OnlyMovesAWakeForward(long indexed, long expected)
    {
        queue.Set("a", 100);

        queue.Reconcile("a", indexed, now: 20);

        Assert.Equal(expected, queue.Next);
    }
}
