using System.Diagnostics;
using System.Text.Json;
using NodaTime;

namespace SlaPlatform.Benchmarks.BusinessTime;

/// <summary>Runs the comparison under node; it times inside its own process.</summary>
internal static class JavaScript
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>One timing.</summary>
    internal sealed record Result(string Library, string Calendar, string Distance, string Operation, IReadOnlyList<double> Answers, double Nanoseconds);

    private sealed record Output(string Node, IReadOnlyList<Result> Results);

    private static string Folder => Path.Combine(Repository.Root, "tests", "benchmarks", "node");

    /// <summary>Times both libraries on the questions.</summary>
    /// <param name="questions">By calendar and distance.</param>
    /// <param name="limit">How long each timing lasts.</param>
    /// <returns>The version of node and its timings; null where node or its packages are not there.</returns>
    public static async Task<(string Version, IReadOnlyList<Result> Results)?> RunAsync(
        IEnumerable<(Hours Hours, Distance Distance, IReadOnlyList<Question> Questions)> questions, TimeSpan limit)
    {
        if (!await TryAsync("npm", ["ci", "--silent", "--no-audit", "--no-fund"]))
        {
            return null;
        }

        var input = JsonSerializer.Serialize(
            new
            {
                Milliseconds = limit.TotalMilliseconds,
                Holidays = Hours.All[^1].Holidays.Select(date => date.ToString("uuuu-MM-dd", null)),
                Cases = questions.Select(item => new
                {
                    Calendar = item.Hours.Name,
                    Distance = item.Distance.Name,
                    Holidays = !item.Hours.Holidays.IsEmpty,
                    Windows = WindowsOf(item.Hours),
                    Questions = item.Questions.Select(question => new
                    {
                        Start = question.Start.ToUnixTimeMilliseconds(),
                        Minutes = question.Amount.TotalMinutes,
                        End = question.End.ToUnixTimeMilliseconds(),
                    }),
                }),
            },
            Json);
        var output = JsonSerializer.Deserialize<Output>(await AskAsync(input), Json)!;
        return (output.Node, output.Results);
    }

    // Neither library takes 24:00; this is as near as they come.
    private static IEnumerable<string[]?> WindowsOf(Hours hours) => Enumerable.Range(0, 7).Select(day =>
        hours.Days.Contains(day == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)day)
            ? new[] { hours.Open.ToString("HH:mm:ss", null), hours.Close?.ToString("HH:mm:ss", null) ?? "23:59:59" }
            : null);

    private static async Task<string> AskAsync(string input)
    {
        var start = new ProcessStartInfo("node", ["business-time.mjs"]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["TZ"] = Hours.Zone.Id;
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await answer : throw new InvalidOperationException("node ended with an error.");
    }

    private static async Task<bool> TryAsync(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
