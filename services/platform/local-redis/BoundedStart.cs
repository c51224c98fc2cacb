namespace SlaPlatform.LocalRedis;

/// <summary>Starts what may hang while it starts.</summary>
internal static class BoundedStart
{
    /// <summary>Starts in the background; whoever is not <see cref="StartOutcome.Ready"/> then must end the process, for the start goes on.</summary>
    /// <param name="start">Returns once it has started. What it throws is thrown here.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="stop">Set when nobody wants it any more.</param>
    public static StartOutcome Run(Action start, TimeSpan limit, WaitHandle stop)
    {
        var starting = Task.Run(start);
        switch (WaitHandle.WaitAny([((IAsyncResult)starting).AsyncWaitHandle, stop], limit))
        {
            case 0:
                starting.GetAwaiter().GetResult();
                return StartOutcome.Ready;
            case 1:
                return StartOutcome.Stopped;
            default:
                return StartOutcome.TooLong;
        }
    }
}
