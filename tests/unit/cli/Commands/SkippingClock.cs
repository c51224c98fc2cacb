namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>A clock on which whoever waits is woken at once, at the time waited for. Safe for concurrent use.</summary>
/// <param name="lookTakes">How much time passes with each look at it.</param>
internal sealed class SkippingClock(TimeSpan lookTakes = default) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private long _ticks;

    /// <summary>How much time has passed.</summary>
    public TimeSpan Skipped => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _start + Skipped;

    public override long GetTimestamp() => Interlocked.Add(ref _ticks, lookTakes.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Interlocked.Add(ref _ticks, dueTime.Ticks);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Woken();
    }

    private sealed class Woken : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
