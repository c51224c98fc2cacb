using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using SlaPlatform.LocalHosting.Tests.Support;

namespace SlaPlatform.LocalHosting.Tests.LocalRedis;

/// <summary>The local Redis as a process, killed without warning when disposed.</summary>
internal sealed class GarnetProcess : IAsyncDisposable
{
    private static readonly string s_assembly = typeof(GarnetProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "LocalRedisAssembly").Value!;
    private readonly Process _process;

    private GarnetProcess(Process process) => _process = process;

    /// <summary>Starts the server and waits until it can be used.</summary>
    internal static Task<GarnetProcess> StartAsync(string folder, int port) => StartAsync(folder, port, "ready on");

    /// <summary>Starts the server and waits until it begins to read its data back.</summary>
    internal static Task<GarnetProcess> StartReadingAsync(string folder, int port, params string[] options) => StartAsync(folder, port, "reading back", options);

    /// <summary>Asks the server to end.</summary>
    internal async Task TerminateAsync()
    {
        using var signal = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {_process.Id}")]);
        await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the server's end, for its exit code.</summary>
    internal async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    private static async Task<GarnetProcess> StartAsync(string folder, int port, string line, params string[] options)
    {
        var output = new Transcript();
        var start = new ProcessStartInfo("dotnet", [s_assembly, "--data-dir", folder, "--port", port.ToString(CultureInfo.InvariantCulture), .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new GarnetProcess(new Process { StartInfo = start });
        server._process.OutputDataReceived += (_, e) => output.WriteLine(e.Data);
        server._process.ErrorDataReceived += (_, e) => output.WriteLine(e.Data);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            await output.WaitForAsync(line);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
