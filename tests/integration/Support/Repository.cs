namespace SlaPlatform.Integration.Tests.Support;

/// <summary>Files of the repository that the tests run in.</summary>
internal static class Repository
{
    private static readonly DirectoryInfo Root = Above(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(string relative) => Path.Combine(Root.FullName, relative);

    /// <summary>The newest file of a name below a folder, or null.</summary>
    public static string? Find(string folder, string name) => Directory.Exists(PathOf(folder))
        ? Directory.EnumerateFiles(PathOf(folder), name, SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc)
        : null;

    private static DirectoryInfo Above(DirectoryInfo start)
    {
        var directory = start;
        while (!File.Exists(Path.Combine(directory.FullName, "SlaPlatform.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException($"No SlaPlatform.sln above {start.FullName}.");
        }

        return directory;
    }
}
