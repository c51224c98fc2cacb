using NodaTime;
using SlaPlatform.VirtualTime.Lives;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>A silo's clock: the world's time and how far this machine's is off. Timers run on the time that passes, whatever the clock says.</summary>
internal sealed class SiloClock(Steps steps, Place place, Instant beginning, Func<TimeSpan> off) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => beginning.ToDateTimeOffset() + steps.Elapsed + off();

    public override long GetTimestamp() => steps.Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(steps, place, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }
}
