using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SlaPlatform.Platform.Tests.Contracts;

/// <summary>The table of errors in <c>protos/README.md</c>.</summary>
internal static partial class ErrorTable
{
    public static readonly string Protos = Path.Combine(RepositoryRoot(), "protos");

    /// <summary>Reason, status and metadata keys of each row, in the order of the table.</summary>
    public static readonly ImmutableArray<(string Reason, string Status, ImmutableArray<string> Keys)> Rows =
    [
        .. Row().Matches(File.ReadAllText(Path.Combine(Protos, "README.md"))).Select(match => (
            match.Groups["reason"].Value,
            match.Groups["status"].Value,
            Key().Matches(match.Groups["keys"].Value).Select(key => key.Groups["key"].Value).ToImmutableArray())),
    ];

    [GeneratedRegex(@"^\| `(?<reason>[A-Z_]+)` \| (?<status>[A-Z_]+) \| (?<keys>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<key>[^`]+)`")]
    private static partial Regex Key();

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "SlaPlatform.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return directory.FullName;
    }
}
