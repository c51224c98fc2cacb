using System.Reflection;

namespace SlaPlatform.Benchmarks;

/// <summary>Where things are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The assembly of a project that was built with the benchmarks, in their configuration.</summary>
    public static string BuiltAssembly(string projectFolder, string assembly)
    {
        var path = Path.Combine(Root, projectFolder, "bin", Metadata("Configuration"), Metadata("TargetFramework"), $"{assembly}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built; build tests/benchmarks first.");
    }

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SlaPlatform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("SlaPlatform.sln was not found above the benchmarks.");
    }
}
