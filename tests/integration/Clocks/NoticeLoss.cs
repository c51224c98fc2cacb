using SlaPlatform.Clocks.Grains;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Loses what tickets tell their shards.</summary>
internal sealed class NoticeLoss : IIncomingGrainCallFilter
{
    private int _count;

    /// <summary>How many were lost.</summary>
    public int Count => _count;

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.MethodName != nameof(ITimerShardGrain.Notify))
        {
            return context.Invoke();
        }

        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }
}
