using Orleans.Timers;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Lives;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>Orleans' timers in virtual time: a tick may be lost, doubled or late.</summary>
internal sealed class GrainTimers(Steps steps, Place place, Faults faults) : ITimerRegistry
{
    private readonly Dictionary<IGrainContext, List<IGrainTimer>> running = new(ReferenceEqualityComparer.Instance);

    /// <summary>Ends the timers of an activation.</summary>
    public void End(IGrainContext grainContext)
    {
        if (running.Remove(grainContext, out var timers))
        {
            timers.ForEach(timer => timer.Dispose());
        }
    }

    public IDisposable RegisterTimer(IGrainContext grainContext, Func<object?, Task> callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("Grains use the timers that take a cancellation.");

    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(steps, place, faults, cancellation => callback(state, cancellation));
        if (!running.TryGetValue(grainContext, out var own))
        {
            running[grainContext] = own = [];
        }

        own.Add(timer);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    private sealed class GrainTimer : IGrainTimer
    {
        private readonly VirtualTimer timer;
        private readonly CancellationTokenSource ended = new();
        private readonly Func<CancellationToken, Task> callback;
        private bool isTicking;

        public GrainTimer(Steps steps, Place place, Faults faults, Func<CancellationToken, Task> callback)
        {
            this.callback = callback;
            timer = new VirtualTimer(steps, place, () =>
            {
                for (var ticks = faults.Happens(10) ? 0 : faults.Happens(5) ? 2 : 1; ticks > 0; ticks--)
                {
                    _ = Tick();
                }
            });
        }

        public void Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            ended.Cancel();
        }

        // The next tick of a timer does not begin before the last one has ended.
        private async Task Tick()
        {
            if (isTicking)
            {
                return;
            }

            isTicking = true;
            try
            {
                await callback(ended.Token);
            }
            finally
            {
                isTicking = false;
            }
        }
    }
}
