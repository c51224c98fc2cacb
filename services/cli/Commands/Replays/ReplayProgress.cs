using System.Globalization;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>Shows how far a replay is, on the error stream so that the answer stays the same each time.</summary>
internal static class ReplayProgress
{
    /// <param name="work">The work; it calls the action it is given once for each of <paramref name="steps"/>.</param>
    public static async Task<T> RunAsync<T>(CommandContext context, int steps, Func<Action, Task<T>> work)
    {
        var started = context.Host.Clock.GetTimestamp();
        var result = context.Host.ErrorIsTerminal
            ? await context.Notes.Progress().AutoClear(true).StartAsync(async progress =>
            {
                var task = progress.AddTask("simulating", maxValue: steps);
                return await work(() => task.Increment(1));
            })
            : await work(() => { });
        var elapsed = context.Host.Clock.GetElapsedTime(started);
        context.Notes.Write(Tables.Note(string.Create(CultureInfo.InvariantCulture, $"{steps} simulations in {elapsed.TotalSeconds:0.0} s")));
        context.Notes.WriteLine();
        return result;
    }
}
