using System.Diagnostics;
using StackExchange.Redis;

namespace SlaPlatform.Benchmarks.Processes;

/// <summary>A Redis of its own that keeps every acknowledged write, in a temporary folder.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly DirectoryInfo data;
    private readonly Child child;

    private RedisProcess(string kind, int port, DirectoryInfo data, ProcessStartInfo start)
    {
        (Kind, Port, this.data) = (kind, port, data);
        child = new Child(start);
    }

    /// <summary>redis-server or Garnet.</summary>
    public string Kind { get; }

    public int Port { get; }

    public string ConnectionString => $"127.0.0.1:{Port},syncTimeout=60000,asyncTimeout=60000,allowAdmin=true";

    /// <summary>redis-server with a sync after every write.</summary>
    public static Task<RedisProcess> StartAsync() => StartAsync("redis-server, appendfsync always", (port, folder) => new ProcessStartInfo(
        "redis-server",
        ["--bind", "127.0.0.1", "--port", $"{port}", "--dir", folder, "--save", "", "--loglevel", "warning", "--appendonly", "yes", "--appendfsync", "always",
         "--maxmemory-policy", "noeviction", "--enable-debug-command", "no"]));

    /// <summary>The platform's own server for machines without Redis.</summary>
    public static Task<RedisProcess> StartGarnetAsync() => StartAsync("Garnet, commit before each answer", (port, folder) => new ProcessStartInfo(
        "dotnet",
        [Repository.BuiltAssembly("services/platform/local-redis", "SlaPlatform.LocalRedis"), "--port", $"{port}", "--data-dir", folder]));

    /// <summary>A connection of the benchmark's own.</summary>
    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync(ConnectionString);

    /// <summary>What the server's memory holds, in bytes.</summary>
    public static async Task<long> MemoryAsync(ConnectionMultiplexer connection)
    {
        var info = await connection.GetServers()[0].InfoAsync("memory");
        return long.Parse(info.SelectMany(group => group).First(entry => entry.Key == "used_memory").Value, null);
    }

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        data.Delete(recursive: true);
    }

    private static async Task<RedisProcess> StartAsync(string kind, Func<int, string, ProcessStartInfo> command)
    {
        var (port, data) = (Ports.Free(), Directory.CreateTempSubdirectory("sla-benchmark-"));
        var server = new RedisProcess(kind, port, data, command(port, data.FullName));
        var options = ConfigurationOptions.Parse(server.ConnectionString);
        options.ConnectRetry = 60;
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
            await connection.GetDatabase().PingAsync();
            return server;
        }
        catch (RedisException e)
        {
            var output = server.child.LastLines;
            await server.DisposeAsync();
            throw new InvalidOperationException($"{kind} did not start: {output}", e);
        }
    }
}
