namespace SlaPlatform.VirtualTime.Store;

/// <summary>A command on its way to Redis, or its answer on the way back.</summary>
internal abstract class PendingCall
{
    /// <summary>Whether it was sent over another connection than the one that it was meant for.</summary>
    public bool ChangedConnection { get; set; }

    /// <summary>Redis carries it out.</summary>
    public abstract void Serve(SimulatedRedis redis);

    /// <summary>The answer arrives.</summary>
    public abstract void Deliver();

    /// <summary>The caller gives up on it; it may be carried out all the same.</summary>
    public abstract void Fail(Exception why);
}

/// <summary>A command with its answer.</summary>
internal sealed class PendingCall<T>(Func<SimulatedRedis, object?> command) : PendingCall
{
    private readonly TaskCompletionSource<T> answer = new();
    private object? found;

    public Task<T> Task => answer.Task;

    public override void Serve(SimulatedRedis redis) => found = command(redis);

    public override void Deliver() => answer.TrySetResult((T)found!);

    public override void Fail(Exception why) => answer.TrySetException(why);
}
