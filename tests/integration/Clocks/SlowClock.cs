using System.Diagnostics;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>A clock on which a minute passes between any two looks at its timestamp.</summary>
internal sealed class SlowClock : TimeProvider
{
    private long _looks;

    public override long TimestampFrequency => Stopwatch.Frequency;

    public override long GetTimestamp() => Interlocked.Increment(ref _looks) * 60 * Stopwatch.Frequency;
}
