using System.Diagnostics;

namespace SlaPlatform.LocalHosting.ChildHook;

internal static class HostWatch
{
    private const int LongestStopSeconds = 20;
    private const int LongestStopWithoutHostSeconds = 4;

    internal static void Run()
    {
        var host = OperatingSystem.IsWindows() ? 0 : Posix.getppid();
        WaitForEnd(Console.OpenStandardInput());
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(0);
        }

        _ = Posix.kill(Environment.ProcessId, Posix.SigTerm); // the generic host stops gracefully
        using var never = new ManualResetEventSlim();
        for (var second = 0; second < LongestStopSeconds; second++)
        {
            _ = never.Wait(TimeSpan.FromSeconds(1));
            // With the host gone, Redis and the others are going too: there is little left to be graceful about. (The pipe closes just before the process is re-parented, hence the loop.)
            if (second >= LongestStopWithoutHostSeconds && Posix.getppid() != host)
            {
                break;
            }
        }

        Process.GetCurrentProcess().Kill();
    }

    private static void WaitForEnd(Stream input)
    {
        var buffer = new byte[256];
        try
        {
            while (input.Read(buffer) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A broken pipe is an end as well.
        }
    }
}
