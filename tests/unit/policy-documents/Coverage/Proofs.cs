using System.Text.RegularExpressions;
using SlaPlatform.PolicyDocuments.Tests.Support;

namespace SlaPlatform.PolicyDocuments.Tests.Coverage;

/// <summary>What the clauses may refer to: every test, every golden vector and every rpc that there is.</summary>
internal static partial class Proofs
{
    private static readonly char Separator = Path.DirectorySeparatorChar;

    /// <summary>Every test as <c>Class.Method</c>, with its file from the root.</summary>
    public static IReadOnlyDictionary<string, string> Tests { get; } =
        (from file in Sources("tests", "*.cs")
         let type = Path.GetFileNameWithoutExtension(file).Split('.')[0]
         from Match test in TestMethod().Matches(File.ReadAllText(file))
         group file by $"{type}.{test.Groups["name"].Value}").ToDictionary(group => group.Key, group => Path.GetRelativePath(Repository.Root, group.First()).Replace(Separator, '/'));

    /// <summary>The policy of every golden vector, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Vectors { get; } = Vector.All().ToDictionary(vector => vector.Name, vector => vector.Text("policy"));

    /// <summary>Every rpc as <c>Service.Method</c>.</summary>
    public static IReadOnlySet<string> Rpcs { get; } =
        (from file in Sources(Path.Combine("protos", "slaplatform"), "*.proto")
         from Match service in Service().Matches(File.ReadAllText(file))
         from Match rpc in Rpc().Matches(service.Groups["body"].Value)
         select $"{service.Groups["name"].Value}.{rpc.Groups["name"].Value}").ToHashSet();

    private static IEnumerable<string> Sources(string folder, string files) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), files, SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Separator}obj{Separator}", StringComparison.Ordinal) && !path.Contains($"{Separator}bin{Separator}", StringComparison.Ordinal));

    // Attributes and comments may stand between; a method that is not a test has no such attribute right before it.
    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\n]*\n(?:[ \t]*(?:\[|//|#)[^\n]*\n)*[ \t]*public [^\n(]*?(?<name>\w+)\(", RegexOptions.CultureInvariant)]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"^service (?<name>\w+) \{\n(?<body>.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Service();

    [GeneratedRegex(@"^  rpc (?<name>\w+)\(", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Rpc();
}
