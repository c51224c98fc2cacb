namespace SlaPlatform.Architecture;

public sealed class ReferenceTests
{
    public static TheoryData<string> Shipped => [.. ProjectFile.All.Where(project => !project.IsTest).Select(project => project.Name)];

    public static TheoryData<string> Pure => [.. AllowedReferences.PurePackages.Keys];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Project_References_OnlyWhatTheArchitectureAllows(string name)
    {
        Assert.True(AllowedReferences.Projects.TryGetValue(name, out var allowed), $"Project {name} has no decided arrows: add it to AllowedReferences and to services/README.md.");
        var others = Find(name).Projects.Except(allowed!).ToArray();
        Assert.True(others.Length == 0, $"{name} must not reference {string.Join(", ", others)}.");
    }

    [Theory]
    [MemberData(nameof(Pure))]
    public void PureProject_Packages_OnlyThoseDecided(string name)
    {
        var others = Find(name).Packages.Except(AllowedReferences.PurePackages[name]).ToArray();
        Assert.True(others.Length == 0, $"{name} is pure and must not use {string.Join(", ", others)}.");
    }

    [Fact]
    public void Arrows_EveryEntry_NamesAProjectThatExists()
    {
        var known = ProjectFile.All.Select(project => project.Name).ToHashSet();
        Assert.Empty(AllowedReferences.Projects.Keys.Except(known));
    }

    [Fact]
    public void Versions_NoProjectFile_StatesOneItself()
    {
        var stating = ProjectFile.All
            .Where(project => System.Xml.Linq.XDocument.Load(project.Path).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null))
            .Select(project => project.Name);
        Assert.Empty(stating);
    }

    [Fact]
    public void Solution_EveryProject_IsInIt()
    {
        var solution = File.ReadAllText(Path.Combine(ProjectFile.Root, "SlaPlatform.sln"));
        var missing = ProjectFile.All.Where(project => !solution.Contains($"{project.Name}.csproj", StringComparison.Ordinal)).Select(project => project.Name);
        Assert.Empty(missing);
    }

    private static ProjectFile Find(string name) => ProjectFile.All.Single(project => project.Name == name);
}
