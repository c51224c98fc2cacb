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

    internal static async Task<GarnetProcess> StartAsync(string folder, int port)
    {
        var output = new Transcript();
        var start = new ProcessStartInfo("dotnet", [s_assembly, "--data-dir", folder, "--port", port.ToString(CultureInfo.InvariantCulture)])
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
            await output.WaitForAsync("ready on");
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
