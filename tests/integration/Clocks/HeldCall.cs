namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Calls that are answered when a test lets them be.</summary>
internal sealed class HeldCall
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once somebody calls.</summary>
    public Task Entered => _entered.Task;

    public void Release() => _released.SetResult();

    public Task Wait()
    {
        _entered.TrySetResult();
        return _released.Task;
    }
}
