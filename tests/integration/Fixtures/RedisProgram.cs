using System.Diagnostics;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Fixtures;

/// <summary>A program that speaks Redis' protocol: how it is started, and what it prints when it has read its data and listens.</summary>
internal sealed record RedisProgram(string ReadyLine, Func<int, string, ProcessStartInfo> Command)
{
    private const string RedisName = "redis-server";

    /// <summary>How long it may take to be ready.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The reason of a skip where redis-server is missing.</summary>
    public const string RedisMissing = "redis-server is not on PATH";

    /// <summary>redis-server that keeps nothing.</summary>
    public static RedisProgram Forgetful { get; } = Redis("--appendonly no");

    /// <summary>redis-server that keeps what it acknowledged.</summary>
    public static RedisProgram Durable { get; } = Redis("--appendonly yes --appendfsync always --maxmemory-policy noeviction");

    /// <summary>Whether redis-server is on PATH.</summary>
    public static bool IsRedisInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(directory => File.Exists(Path.Combine(directory, OperatingSystem.IsWindows() ? $"{RedisName}.exe" : RedisName)));

    /// <summary>The platform's own Garnet server, which keeps what it acknowledged; null where it is not built.</summary>
    public static RedisProgram? Garnet() => Repository.Find("services/platform/local-redis/bin", "SlaPlatform.LocalRedis.dll") is { } program
        ? new("ready on", (port, data) => new ProcessStartInfo("dotnet", [program, "--port", $"{port}", "--data-dir", data]))
        : null;

    private static RedisProgram Redis(string persistence) => new(
        "Ready to accept connections",
        (port, data) => new ProcessStartInfo(RedisName, $"--port {port} --bind 127.0.0.1 --dir \"{data}\" --save \"\" {persistence} --loglevel notice"));
}
