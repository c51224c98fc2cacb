using SlaPlatform.LocalHosting.ChildHook;

/// <summary>
/// A .NET startup hook: the runtime wants this very name without a namespace. The local host puts it into each child through DOTNET_STARTUP_HOOKS and keeps the other end
/// of the child's standard input: its end means "stop", be it a normal stop or the kernel closing the pipes of a killed host. So no child outlives the host.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null); // not for the child's own children
        if (!OperatingSystem.IsWindows())
        {
            _ = Posix.setsid(); // the terminal's Ctrl+C reaches the host alone, which stops its children in order
        }

        new Thread(HostWatch.Run) { IsBackground = true, Name = "apphost-watch" }.Start();
    }
}
