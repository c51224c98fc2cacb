namespace SlaPlatform.EndToEnd.Platform;

/// <summary>Whether the AppHost finds a Redis server to run; without one it embeds its own.</summary>
internal static class InstalledRedis
{
    public static bool IsThere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { "redis-server", "valkey-server" }.Select(server => Path.Combine(folder, server)))
        .Any(File.Exists);
}
