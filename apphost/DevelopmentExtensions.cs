using Microsoft.Extensions.Configuration;

/// <summary>Where a developer's run keeps its things. <c>--data-dir DIR</c> or <c>SLA_DATA_DIR</c>, default <c>.data</c> in the repository; it survives restarts.</summary>
internal static class DevelopmentExtensions
{
    internal static string InRepository(this IDistributedApplicationBuilder builder, string path) =>
        Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", path));

    internal static string InDataDirectory(this IDistributedApplicationBuilder builder, string path)
    {
        var directory = Path.GetFullPath(builder.Configuration["data-dir"] ?? builder.Configuration["SLA_DATA_DIR"] ?? builder.InRepository(".data"));
        Directory.CreateDirectory(directory);
        return Path.Combine(directory, path);
    }

    /// <summary>An SQLite file as the connection string of that name, unless the configuration gives one (PostgreSQL, say).</summary>
    internal static IResourceBuilder<ProjectResource> WithDatabaseFile(this IResourceBuilder<ProjectResource> project, string name)
    {
        var given = project.ApplicationBuilder.Configuration.GetConnectionString(name);
        return project.WithEnvironment($"ConnectionStrings__{name}", given ?? $"Data Source={project.ApplicationBuilder.InDataDirectory($"{name}.db")}");
    }
}
