using System.Collections.Concurrent;
using SlaPlatform.Clocks.Grains;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Holds the wakes of some tickets that are due, and knows how many were under way at once.</summary>
/// <param name="holding">How long a ticket's wake is held.</param>
internal sealed class HeldWakes(Func<string, Task> holding) : IIncomingGrainCallFilter
{
    private readonly ConcurrentBag<int> _seen = [];
    private int _underWay;

    /// <summary>The most wakes that were under way at once.</summary>
    public int MostAtOnce => _seen.DefaultIfEmpty().Max();

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        // A round of recomputing has its own wake, beside those that are due.
        if (context.MethodName != nameof(ITicketGrain.Wake) || context.Request.GetArgument(0) is true)
        {
            await context.Invoke();
            return;
        }

        _seen.Add(Interlocked.Increment(ref _underWay));
        try
        {
            await holding(context.TargetId.Key.ToString()!);
            await context.Invoke();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
