namespace SlaPlatform.VirtualTime.Lives;

/// <summary>A timer in virtual time. When time jumped over several of its periods it fires once.</summary>
internal sealed class VirtualTimer(Steps steps, Place place, Action fire) : ITimer
{
    private int version;
    private TimeSpan period = Timeout.InfiniteTimeSpan;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        version++;
        this.period = period;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            steps.Arm(this, version, dueTime);
        }

        return true;
    }

    /// <summary>Its time has come: it fires at some later step.</summary>
    public void Due(int armed)
    {
        if (armed != version || place.IsDead)
        {
            return;
        }

        steps.Open(place, () => Fire(armed));
        if (period > TimeSpan.Zero)
        {
            steps.Arm(this, version, period);
        }
    }

    public void Fire(int armed)
    {
        if (armed == version)
        {
            fire();
        }
    }

    public void Dispose() => version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
