namespace SlaPlatform.VirtualTime.Lives;

/// <summary>Where code runs: a silo, or the world outside. What was begun in a place goes on there, and nowhere once it is dead.</summary>
internal sealed class Place(Steps steps) : SynchronizationContext
{
    public bool IsDead { get; private set; }

    public void Die() => IsDead = true;

    public override void Post(SendOrPostCallback d, object? state) => steps.GoOn(this, () => d(state));

    public override void Send(SendOrPostCallback d, object? state) => Run(() => d(state));

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs code of this place, unless it is dead.</summary>
    public void Run(Action action)
    {
        if (IsDead)
        {
            return;
        }

        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
