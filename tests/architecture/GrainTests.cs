namespace SlaPlatform.Architecture;

public sealed class GrainTests
{
    private const int LinesBelow = 150;

    [Fact]
    public void GrainSource_EveryFile_IsAShellOfFewLines()
    {
        var lengths = Directory.EnumerateFiles(Path.Combine(ProjectFile.Root, "services"), "*Grain.cs", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(ProjectFile.Root, path), path => File.ReadLines(path).Count());

        Assert.NotEmpty(lengths);
        Assert.DoesNotContain(lengths, file => file.Value >= LinesBelow);
    }
}
