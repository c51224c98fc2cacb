using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SlaPlatform.Integration.Tests.Fixtures;

/// <summary>A redis-server of its own for tests, on a free port, without persistence. Needs redis-server on PATH.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    /// <summary>The reason of a skip where redis-server is missing.</summary>
    public const string Missing = "redis-server is not on PATH";

    private readonly int _port = FreePort();
    private Process? _process;

    private RedisServer()
    {
    }

    /// <summary>Whether redis-server is on PATH.</summary>
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(directory => File.Exists(Path.Combine(directory, OperatingSystem.IsWindows() ? "redis-server.exe" : "redis-server")));

    /// <summary>For <c>ConnectionStrings:redis</c>; times out fast.</summary>
    public string ConnectionString => $"127.0.0.1:{_port},connectTimeout=2000,asyncTimeout=2000";

    /// <summary>Starts a server, or skips the test where there is none.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        Assert.SkipUnless(IsInstalled, Missing);
        var server = new RedisServer();
        await server.RunAsync();
        return server;
    }

    /// <summary>Starts the process, empty, and waits until it answers.</summary>
    public async Task RunAsync()
    {
        _process = Process.Start(new ProcessStartInfo("redis-server", $"--port {_port} --bind 127.0.0.1 --save \"\" --appendonly no --loglevel notice")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                // What it says later is not needed, but must be read, or it would stop at a full pipe.
                _ = _process.StandardOutput.ReadToEndAsync();
                _ = _process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"redis-server ended before it was ready: {await _process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Ends the process; what it held is gone.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
