using SlaPlatform.Clocks.Grains;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Counts wakes that have ended, well or badly.</summary>
internal sealed class WakeCount : IIncomingGrainCallFilter
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        finally
        {
            if (context.MethodName == nameof(ITicketGrain.Wake))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
