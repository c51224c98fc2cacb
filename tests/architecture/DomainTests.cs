using System.Text.RegularExpressions;

namespace SlaPlatform.Architecture;

public sealed partial class DomainTests
{
    private static readonly string[] PureFolders = ["services/domain/business-time", "services/domain/engine"];

    [Fact]
    public void DomainSource_NoLine_AwaitsOrDrawsRandomNumbers()
    {
        var offending = PureFolders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ProjectFile.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => File.ReadLines(path).Select((line, index) => (Path: path, Line: index + 1, Text: line)))
            .Where(line => Impure().IsMatch(line.Text))
            .Select(line => $"{Path.GetRelativePath(ProjectFile.Root, line.Path)}:{line.Line}");
        Assert.Empty(offending);
    }

    [Fact]
    public void Sources_NoFile_LeavesUnfinishedMarks()
    {
        var offending = new[] { "services", "apphost", "tests", "protos" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ProjectFile.Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".proto", StringComparison.Ordinal))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.Contains("/google-common/", StringComparison.Ordinal))
            .Where(path => Path.GetFileName(path) != "DomainTests.cs" && Unfinished().IsMatch(File.ReadAllText(path)))
            .Select(path => Path.GetRelativePath(ProjectFile.Root, path));
        Assert.Empty(offending);
    }

    [GeneratedRegex(@"\basync\b|\bawait\b|\bRandom\b|Guid\.NewGuid|\bConsole\b|\bEnvironment\.")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|NotImplementedException")]
    private static partial Regex Unfinished();
}
