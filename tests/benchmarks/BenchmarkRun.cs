using System.Diagnostics;
using SlaPlatform.Benchmarks.Reporting;

namespace SlaPlatform.Benchmarks;

/// <summary>The command line: which suites, how thoroughly, and where the tables go.</summary>
internal static class BenchmarkRun
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/benchmarks -- [NAME ...|all] [--quick] [--write FILE]

          --quick       rough figures in about 3 minutes instead of about 15
          --write FILE  replaces the sections of FILE that were measured, and leaves the others

        names:
        """;

    /// <summary>Runs what the arguments name.</summary>
    /// <returns>0 when everything was measured, 2 when the arguments are wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var at = Array.IndexOf(args, "--write");
        var file = at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        var names = args.Where((arg, index) => !arg.StartsWith("--", StringComparison.Ordinal) && (at < 0 || index != at + 1)).ToList();
        var unknown = names.Where(name => name != "all" && Suites.All.All(suite => suite.Name != name)).ToList();
        if (names.Count == 0 || unknown.Count > 0 || args.Any(arg => arg.StartsWith("--", StringComparison.Ordinal) && arg is not ("--quick" or "--write")))
        {
            Console.Error.WriteLine(Usage + string.Concat(Suites.All.Select(suite => $"{Environment.NewLine}  {suite.Name,-12}  {suite.Title}")));
            return 2;
        }

#if DEBUG
        Console.Error.WriteLine("These figures mean nothing: build with -c Release.");
#endif
        var run = new RunSettings(args.Contains("--quick"));
        foreach (var suite in Suites.All.Where(suite => names.Contains("all") || names.Contains(suite.Name)))
        {
            RunSettings.Say($"== {suite.Name}: {suite.Title}");
            var watch = Stopwatch.StartNew();
            var section = await suite.RunAsync(run, CancellationToken.None);
            Console.WriteLine(section.ToMarkdown());
            if (file is not null)
            {
                ResultsFile.Write(file, section, run);
            }

            RunSettings.Say($"== {suite.Name} took {watch.Elapsed.TotalSeconds:0} s");
        }

        return 0;
    }
}
