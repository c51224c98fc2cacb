using System.Runtime.InteropServices;

namespace SlaPlatform.EndToEnd.Platform;

/// <summary>Signals to processes that the tests started.</summary>
internal static partial class ProcessSignal
{
    private const int Terminate = 15;
    private const int Kill = 9;
    private const int Continue = 18;
    private const int Stop = 19;

    public static void SendTerminate(int processId) => Send(processId, Terminate);

    public static void SendKill(int processId) => Send(processId, Kill);

    /// <summary>Suspends a process: it holds its sockets and says nothing.</summary>
    public static void SendStop(int processId) => Send(processId, Stop);

    public static void SendContinue(int processId) => Send(processId, Continue);

    public static bool IsAlive(int processId) => SendRaw(processId, 0) == 0;

    private static void Send(int processId, int signal)
    {
        if (SendRaw(processId, signal) != 0)
        {
            throw new InvalidOperationException($"Process {processId} cannot be signalled.");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendRaw(int processId, int signal);
}
