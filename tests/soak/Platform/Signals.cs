using System.Runtime.InteropServices;

namespace SlaPlatform.Soak.Platform;

/// <summary>Signals to processes that the soak started.</summary>
internal static partial class Signals
{
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    public static void Send(int processId, int signal) => _ = SendRaw(processId, signal);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendRaw(int processId, int signal);
}
