namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>The system's clock, which a test sets forward or back; timers and timestamps go on as ever, as they do when a machine's clock is set.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <summary>Sets the clock.</summary>
    public void Step(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);
}
