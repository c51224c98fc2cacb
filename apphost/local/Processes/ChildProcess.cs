using System.Diagnostics;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Processes;

/// <summary>A running replica.</summary>
internal sealed class ChildProcess
{
    private static readonly string[] s_leaks = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_LAUNCH_PROFILE", "DOTNET_HOST_PATH", "HTTP_PORTS"];
    private static readonly string[] s_leakPrefixes = ["ASPIRE_", "MSBUILD", "SLA_", "TESTINGPLATFORM_", "Kestrel__"];
    private readonly Process _process;

    private ChildProcess(Process process)
    {
        _process = process;
        Exited = process.WaitForExitAsync();
    }

    internal int Id => _process.Id;

    internal int ExitCode => _process.ExitCode;

    internal Task Exited { get; }

    internal static ChildProcess Start(Command command, Action<string> log)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Nothing of the AppHost's launch profile, nor of the `dotnet run` or test that started it, may reach the services.
        foreach (var key in start.Environment.Keys.Where(IsLeak).ToList())
        {
            start.Environment.Remove(key);
        }

        foreach (var (key, value) in command.Environment)
        {
            start.Environment[key] = value;
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, e) => Forward(e.Data, log);
        process.ErrorDataReceived += (_, e) => Forward(e.Data, log);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>Closes the lifeline and waits; a child that does not go within the grace, or when <paramref name="abort"/> says so, is killed with its own children.</summary>
    internal async Task StopAsync(TimeSpan grace, CancellationToken abort)
    {
        if (_process.HasExited)
        {
            return;
        }

        try
        {
            _process.StandardInput.Close();
            await Exited.WaitAsync(grace, abort);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException or IOException)
        {
            _process.Kill(entireProcessTree: true);
            await Exited;
        }
    }

    private static void Forward(string? line, Action<string> log)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            log(line);
        }
    }

    private static bool IsLeak(string key) =>
        s_leaks.Contains(key, StringComparer.OrdinalIgnoreCase) || s_leakPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
