using SlaPlatform.Cli.CommandLine;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>Shows how far a long command is and how fast it was, on the error stream so that the answer stays the same each time.</summary>
internal static class StepProgress
{
    // Where no bar can be drawn, a line says how far it is.
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    /// <param name="context">The run.</param>
    /// <param name="verb">What is being done.</param>
    /// <param name="noun">What a step is, in the plural.</param>
    /// <param name="steps">How many there are.</param>
    /// <param name="work">The work; it calls the action it is given once for each of <paramref name="steps"/>.</param>
    public static async Task<T> RunAsync<T>(CommandContext context, string verb, string noun, int steps, Func<Action, Task<T>> work)
    {
        var clock = context.Host.Clock;
        var started = clock.GetTimestamp();
        var said = started;
        var done = 0;
        var result = context.Host.ErrorIsTerminal
            ? await context.Notes.Progress().AutoClear(true).StartAsync(async progress =>
            {
                var task = progress.AddTask(verb, maxValue: steps);
                return await work(() =>
                {
                    done++;
                    task.Increment(1);
                });
            })
            : await work(() =>
            {
                done++;
                if (clock.GetElapsedTime(said) >= LineEvery)
                {
                    said = clock.GetTimestamp();
                    context.Say($"{verb}: {done} of {steps} {noun}");
                }
            });
        var elapsed = clock.GetElapsedTime(started);
        context.Say($"{done} {noun} in {elapsed.TotalSeconds:0.0} s, {done / Math.Max(elapsed.TotalSeconds, 0.001):0} a second");
        return result;
    }
}
