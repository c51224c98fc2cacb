using System.Diagnostics;

namespace SlaPlatform.Integration.Tests.Fixtures;

/// <summary>A Redis of a test's own: killed without warning, and started again on the same port and data.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    /// <summary>The client settings of tests, which cannot wait as long as a service does.</summary>
    public const string Timeouts = "connectTimeout=2000,asyncTimeout=2000,connectRetry=1";

    private const int PortsTried = 20;
    private const int RestartsTried = 3;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sla-redis-");
    private readonly RedisProgram _program;
    private Process? _process;

    private RedisServer(RedisProgram program) => _program = program;

    /// <summary>Where it listens, over restarts.</summary>
    public int Port { get; private set; }

    /// <summary>For <c>ConnectionStrings:redis</c>; times out fast.</summary>
    public string ConnectionString => $"127.0.0.1:{Port},{Timeouts}";

    /// <summary>The same for tests in which nothing happens to Redis: it waits for a machine that is busy with other tests.</summary>
    public string PatientConnectionString => $"127.0.0.1:{Port},connectTimeout=10000,asyncTimeout=10000,connectRetry=1";

    /// <summary>Starts a redis-server that keeps nothing, or skips the test where there is none.</summary>
    public static Task<RedisServer> StartAsync() => StartRedisAsync(RedisProgram.Forgetful);

    /// <summary>Starts a redis-server that keeps what it acknowledged, or skips the test where there is none.</summary>
    public static Task<RedisServer> StartDurableAsync() => StartRedisAsync(RedisProgram.Durable);

    /// <summary>Starts the platform's own Garnet server, or skips the test where it is not built.</summary>
    public static Task<RedisServer> StartGarnetAsync()
    {
        var garnet = RedisProgram.Garnet();
        Assert.SkipWhen(garnet is null, "services/platform/local-redis is not built");
        return StartAsync(garnet, TestPorts.Next());
    }

    /// <summary>Starts a durable server by name, <c>redis-server</c> or <c>garnet</c>, or skips the test where there is none.</summary>
    public static Task<RedisServer> StartAsync(string name) => name == "garnet" ? StartGarnetAsync() : StartDurableAsync();

    /// <summary>Starts a program; where a port is taken, on the next.</summary>
    /// <param name="program">What to start.</param>
    /// <param name="port">The port to try first.</param>
    /// <exception cref="InvalidOperationException">It ended on every port that was tried.</exception>
    /// <exception cref="TimeoutException">It was not ready in time, which another port would not change.</exception>
    public static async Task<RedisServer> StartAsync(RedisProgram program, int port)
    {
        var server = new RedisServer(program) { Port = port };
        try
        {
            await server.RunOnAFreePortAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
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

    /// <summary>Asks the process to end, and waits for that.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            using var signal = Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]);
            await signal.WaitForExitAsync();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>Starts the killed server again, on its port and data, and waits until it answers.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        var fault = await TryRunAsync();

        // A Garnet that could not read its data back in time ends itself, to be started again.
        for (var attempt = 1; fault is not null && attempt < RestartsTried; attempt++)
        {
            fault = await TryRunAsync();
        }

        if (fault is not null)
        {
            throw new InvalidOperationException($"On port {Port}: {fault}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _data.Delete(recursive: true);
    }

    private static async Task<RedisServer> StartRedisAsync(RedisProgram program)
    {
        Assert.SkipUnless(RedisProgram.IsRedisInstalled, RedisProgram.RedisMissing);
        return await StartAsync(program, TestPorts.Next());
    }

    private async Task RunOnAFreePortAsync()
    {
        var faults = new List<string>();
        while (await TryRunAsync() is { } fault)
        {
            faults.Add($"On port {Port}: {fault}");
            if (faults.Count == PortsTried)
            {
                throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
            }

            Port = TestPorts.Next();
        }
    }

    /// <summary>Runs the program until it is ready; what it said when it ended by itself before that, else null.</summary>
    private async Task<string?> TryRunAsync()
    {
        var command = _program.Command(Port, _data.FullName);
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        var process = Process.Start(command)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = new List<string>();
        using var limit = new CancellationTokenSource(_program.StartLimit);
        using var end = limit.Token.Register(process.Kill);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains(_program.ReadyLine, StringComparison.Ordinal))
            {
                // What it says later is not needed, but must be read, or it would stop at a full pipe.
                _ = process.StandardOutput.ReadToEndAsync();
                _process = process;
                return null;
            }
        }

        await process.WaitForExitAsync();
        process.Dispose();
        var output = string.Join(Environment.NewLine, [.. said, await errors]);
        return limit.IsCancellationRequested ? throw new TimeoutException($"On port {Port}: not ready within {_program.StartLimit}. {output}") : output;
    }
}
