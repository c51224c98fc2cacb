using System.Runtime.InteropServices;

namespace SlaPlatform.LocalHosting.Processes;

/// <summary><c>dotnet run</c> passes signals on, but not SIGKILL: when the one that started this process is gone, so is the wish to run.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    internal static void Start(Action gone)
    {
        if (!OperatingSystem.IsLinux() || !ParentIsDotnet())
        {
            return;
        }

        var parent = getppid();
        new Thread(() =>
        {
            using var never = new ManualResetEventSlim();
            while (getppid() == parent)
            {
                _ = never.Wait(s_interval);
            }

            gone();
        })
        { IsBackground = true, Name = "parent-watch" }.Start();
    }

    private static bool ParentIsDotnet()
    {
        var name = $"/proc/{getppid()}/comm";
        return File.Exists(name) && File.ReadAllText(name).Trim() == "dotnet";
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getppid();
}
