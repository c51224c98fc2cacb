using System.Diagnostics;
using Npgsql;

namespace SlaPlatform.Integration.Tests.Fixtures;

/// <summary>A PostgreSQL of the tests' own on loopback, that can be stopped without warning and started again on its port and data.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const int PortsTried = 20;
    private const int MostConnections = 400;
    private const string ReadyLine = "database system is ready to accept connections";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly Lazy<Task<PostgresServer>> s_shared = new(StartSharedAsync);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sla-postgres-");
    private Process? _process;

    private PostgresServer()
    {
    }

    /// <summary>Where it listens, over restarts.</summary>
    public int Port { get; private set; } = TestPorts.Next();

    /// <summary>The server that tests share which do nothing to it, started for the first of them; or skips the test where there is no PostgreSQL.</summary>
    public static Task<PostgresServer> SharedAsync()
    {
        Assert.SkipUnless(PostgresProgram.IsInstalled, PostgresProgram.Missing);
        return s_shared.Value;
    }

    /// <summary>Starts a server of the test's own, or skips the test where there is no PostgreSQL.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        Assert.SkipUnless(PostgresProgram.IsInstalled, PostgresProgram.Missing);
        var server = new PostgresServer();
        try
        {
            await server.MakeAsync();
            await server.RunOnAFreePortAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> MakeDatabaseAsync()
    {
        var name = $"sla_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    /// <summary>Stops it as a crash would: nothing is finished or written any more.</summary>
    public async Task CrashAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await SignalAsync(process, "QUIT");
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>Starts it again.</summary>
    public async Task RestartAsync()
    {
        await CrashAsync();
        if (await TryRunAsync() is { } fault)
        {
            throw new InvalidOperationException($"On port {Port}: {fault}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CrashAsync();
        _data.Delete(recursive: true);
    }

    private static async Task<PostgresServer> StartSharedAsync()
    {
        var server = await StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private string ConnectionTo(string database) => $"Host=127.0.0.1;Port={Port};Username=sla;Database={database};Timeout=5;Maximum Pool Size=100";

    private async Task MakeAsync()
    {
        await PostgresProgram.OwnAsync(_data.FullName);
        var command = PostgresProgram.Command("initdb", "-D", _data.FullName, "-U", "sla", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8");
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        using var process = Process.Start(command)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"initdb: {await output}{errors}");
        }
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
        var command = PostgresProgram.Command(
            "postgres", "-D", _data.FullName, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", $"max_connections={MostConnections}");
        command.RedirectStandardError = true;
        var process = Process.Start(command)!;
        var said = new List<string>();
        using var limit = new CancellationTokenSource(StartLimit);
        using var end = limit.Token.Register(process.Kill);
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains(ReadyLine, StringComparison.Ordinal))
            {
                // What it says later is not needed, but must be read, or it would stop at a full pipe.
                _ = process.StandardError.ReadToEndAsync();
                _process = process;
                return null;
            }
        }

        await process.WaitForExitAsync();
        process.Dispose();
        return string.Join(Environment.NewLine, said);
    }
}
