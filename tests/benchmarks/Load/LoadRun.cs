using System.Diagnostics;

namespace SlaPlatform.Benchmarks.Load;

/// <summary>Callers that each make one call after the other, without pause.</summary>
internal static class LoadRun
{
    /// <summary>Runs a load. A call that fails ends it with its exception: a figure with failed calls in it would be no figure.</summary>
    /// <param name="callers">How many at once.</param>
    /// <param name="warmUp">How long before anything counts.</param>
    /// <param name="window">How long calls count: those that end within it.</param>
    /// <param name="call">A call of a caller, from 0.</param>
    public static async Task<LoadResult> RunAsync(int callers, TimeSpan warmUp, TimeSpan window, Func<int, Task> call)
    {
        var begin = Stopwatch.GetTimestamp() + Ticks(warmUp);
        var end = begin + Ticks(window);
        var durations = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var own = new List<long>();
            for (var started = Stopwatch.GetTimestamp(); started < end; started = Stopwatch.GetTimestamp())
            {
                await call(caller);
                var ended = Stopwatch.GetTimestamp();
                if (ended >= begin && ended < end)
                {
                    own.Add(ended - started);
                }
            }

            return own;
        })));
        var all = durations.SelectMany(own => own).Order().ToList();
        return all.Count == 0
            ? throw new InvalidOperationException($"No call ended within {window}.")
            : new LoadResult(all.Count / window.TotalSeconds, At(all, 0.5), At(all, 0.99));
    }

    /// <summary>Makes a number of calls, which all count.</summary>
    /// <param name="callers">How many at once.</param>
    /// <param name="each">How many calls each makes, one after the other.</param>
    /// <param name="call">A call of a caller, both from 0.</param>
    public static async Task<LoadResult> CountAsync(int callers, int each, Func<int, int, Task> call)
    {
        var begin = Stopwatch.GetTimestamp();
        var durations = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var own = new List<long>(each);
            for (var number = 0; number < each; number++)
            {
                var started = Stopwatch.GetTimestamp();
                await call(caller, number);
                own.Add(Stopwatch.GetTimestamp() - started);
            }

            return own;
        })));
        var took = Stopwatch.GetElapsedTime(begin);
        var all = durations.SelectMany(own => own).Order().ToList();
        return new LoadResult(all.Count / took.TotalSeconds, At(all, 0.5), At(all, 0.99));
    }

    /// <summary>Calls until a number of them were answered, so that the code called is compiled for good, or the time is up. Seconds alone warm nothing on a busy machine.</summary>
    public static async Task WarmUpAsync(int callers, int calls, TimeSpan most, Func<int, Task> call)
    {
        var left = calls;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0 && watch.Elapsed < most)
            {
                await call(caller);
            }
        })));
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private static TimeSpan At(List<long> sorted, double part) => Stopwatch.GetElapsedTime(0, sorted[(int)Math.Ceiling(part * sorted.Count) - 1]);
}
