using System.Reflection;

namespace SlaPlatform.Soak.Platform;

/// <summary>Where the platform's programs are built.</summary>
internal static class Built
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The assembly of a project that was built with the soak.</summary>
    public static string Assembly(string folder, string name)
    {
        var path = Path.Combine(Root, folder, "bin", Metadata("Configuration"), Metadata("TargetFramework"), $"{name}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built; build tests/soak first.");
    }

    private static string Metadata(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SlaPlatform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("SlaPlatform.sln was not found above the program.");
    }
}
