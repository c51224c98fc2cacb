using System.Globalization;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>Shows how far a long command is and how fast it was, on the error stream so that the answer stays the same each time.</summary>
internal static class StepProgress
{
    /// <param name="context">The run.</param>
    /// <param name="verb">What is being done.</param>
    /// <param name="noun">What a step is, in the plural.</param>
    /// <param name="steps">How many there are.</param>
    /// <param name="work">The work; it calls the action it is given once for each of <paramref name="steps"/>.</param>
    public static async Task<T> RunAsync<T>(CommandContext context, string verb, string noun, int steps, Func<Action, Task<T>> work)
    {
        var started = context.Host.Clock.GetTimestamp();
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
            : await work(() => done++);
        var elapsed = context.Host.Clock.GetElapsedTime(started);
        context.Notes.Write(Tables.Note(string.Create(CultureInfo.InvariantCulture, $"{done} {noun} in {elapsed.TotalSeconds:0.0} s, {done / Math.Max(elapsed.TotalSeconds, 0.001):0} a second")));
        context.Notes.WriteLine();
        return result;
    }
}
