using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SlaPlatform.LocalHosting.ChildHook;

/// <summary>Stands between the host and a program that is not .NET (redis-server) and so has no startup hook: stops when told to, and takes the program with it.</summary>
internal static class Sentry
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    private static async Task<int> Main(string[] args)
    {
        using var program = Process.Start(new ProcessStartInfo(args[0], args[1..]) { UseShellExecute = false })!;
        using var stopping = new CancellationTokenSource();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stopping.Cancel();
        });

        try
        {
            await program.WaitForExitAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            await StopAsync(program);
        }

        return program.ExitCode;
    }

    private static async Task StopAsync(Process program)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Posix.kill(program.Id, Posix.SigTerm);
        }

        try
        {
            await program.WaitForExitAsync().WaitAsync(s_grace);
        }
        catch (TimeoutException)
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }
}
