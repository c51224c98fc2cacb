using System.Text;

namespace SlaPlatform.Benchmarks.Reporting;

/// <summary>The results as a Markdown file: what is measured again replaces its own section only.</summary>
internal static class ResultsFile
{
    private const string Head = """
        # Results

        Written by the programs in this folder; ratios are within one run, absolute figures are of the machine named in each section.

        ```
        dotnet run -c Release --project tests/benchmarks -- all --write tests/benchmarks/RESULTS.md
        ```

        That takes about 25 minutes on a machine with nothing else to do. `--quick` gives rough figures in about 3; names instead of `all` measure these sections only
        (no name lists them). Needed: the .NET SDK, redis-server on the PATH, node and npm for the comparison with JavaScript. Everything listens on loopback, on free
        ports, with data in temporary folders. CI gates allocated bytes (tests/unit/business-time), never time.

        """;

    /// <summary>Puts a section into the file, in the place of the one of its name or in the suites' order.</summary>
    public static void Write(string path, Section section, RunSettings run)
    {
        var sections = File.Exists(path) ? Read(File.ReadAllText(path)) : [];
        sections[section.Name] = $"{section.ToMarkdown()}\n{Machine.Describe(run)}\n";
        var text = new StringBuilder(Head);
        foreach (var (name, body) in sections.OrderBy(entry => Place(entry.Key)))
        {
            text.Append(Begin(name)).Append('\n').Append(body).Append(End(name)).Append("\n\n");
        }

        File.WriteAllText(path, text.ToString().TrimEnd('\n') + "\n");
    }

    private static Dictionary<string, string> Read(string text)
    {
        var sections = new Dictionary<string, string>();
        foreach (var name in Suites.All.Select(suite => suite.Name))
        {
            var (begin, end) = (text.IndexOf(Begin(name), StringComparison.Ordinal), text.IndexOf(End(name), StringComparison.Ordinal));
            if (begin >= 0 && end > begin)
            {
                sections[name] = text[(begin + Begin(name).Length + 1)..end];
            }
        }

        return sections;
    }

    private static int Place(string name) => Suites.All.ToList().FindIndex(suite => suite.Name == name);

    private static string Begin(string name) => $"<!-- begin {name} -->";

    private static string End(string name) => $"<!-- end {name} -->";
}
