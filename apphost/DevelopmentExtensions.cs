using System.Globalization;
using Microsoft.Extensions.Configuration;

/// <summary>Where a developer's run keeps its things. <c>--data-dir DIR</c> or <c>SLA_DATA_DIR</c>, default <c>.data</c> in the repository; it survives restarts.</summary>
internal static class DevelopmentExtensions
{
    private const int DefaultReplicas = 2;
    private const int MostReplicas = 9;

    /// <summary>How many silos of the clock service run: <c>--replicas N</c> or <c>SLA_REPLICAS</c>, 1 to 9, default 2.</summary>
    internal static int Replicas(this IDistributedApplicationBuilder builder)
    {
        var text = builder.Configuration["replicas"] ?? builder.Configuration["SLA_REPLICAS"];
        if (string.IsNullOrWhiteSpace(text))
        {
            return DefaultReplicas;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var replicas) && replicas is >= 1 and <= MostReplicas)
        {
            return replicas;
        }

        Console.Error.WriteLine($"The number of replicas must be from 1 to {MostReplicas}, not '{text}': give --replicas 2 or SLA_REPLICAS=2.");
        Environment.Exit(1);
        return 0;
    }

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
