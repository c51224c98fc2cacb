using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>A Redis of its own that keeps what it acknowledged: killed without warning and started again on the same port and data.</summary>
internal sealed class DurableServer : IAsyncDisposable
{
    /// <summary>Why a test is skipped where there is no redis-server.</summary>
    public const string Missing = "redis-server is not on PATH";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sla-redis-");
    private readonly Func<int, string, ProcessStartInfo> _command;
    private Process? _process;

    private DurableServer(Func<int, string, ProcessStartInfo> command) => _command = command;

    /// <summary>Whether redis-server is installed.</summary>
    public static bool HasRedis { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(directory => File.Exists(Path.Combine(directory, "redis-server")));

    public int Port { get; } = FreePort();

    public string ConnectionString => $"127.0.0.1:{Port},connectTimeout=1000,asyncTimeout=1500,connectRetry=1";

    /// <summary>A redis-server, or a visible skip where there is none.</summary>
    public static async Task<DurableServer> RedisAsync()
    {
        Assert.SkipUnless(HasRedis, Missing);
        var server = new DurableServer((port, data) => new ProcessStartInfo(
            "redis-server", $"--port {port} --bind 127.0.0.1 --dir {data} --save \"\" --appendonly yes --appendfsync always --maxmemory-policy noeviction --loglevel warning"));
        await server.StartAsync();
        return server;
    }

    /// <summary>The platform's own Garnet server, or a visible skip where it is not built.</summary>
    public static async Task<DurableServer> GarnetAsync()
    {
        var program = Repository.Find("services/platform/local-redis/bin", "SlaPlatform.LocalRedis.dll");
        Assert.SkipWhen(program is null, "services/platform/local-redis is not built");
        var server = new DurableServer((port, data) => new ProcessStartInfo("dotnet", $"{program} --port {port} --data-dir {data}"));
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts the process and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var command = _command(Port, _data.FullName);
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        _process = Process.Start(command)!;
        var options = ConfigurationOptions.Parse(ConnectionString);
        options.ConnectRetry = 60;
        options.AbortOnConnectFail = true;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
        while (!await AnswersAsync(connection.GetDatabase()))
        {
            await Task.Yield();
        }
    }

    /// <summary>A server that still reads its data back answers that it is loading.</summary>
    private static async Task<bool> AnswersAsync(IDatabase database)
    {
        try
        {
            await database.PingAsync();
            return true;
        }
        catch (RedisServerException e) when (e.Message.StartsWith("LOADING", StringComparison.Ordinal))
        {
            return false;
        }
    }

    /// <summary>Ends the process as a crash would.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
