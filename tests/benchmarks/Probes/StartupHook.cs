using SlaPlatform.Benchmarks.Probes;

/// <summary>A .NET startup hook: the runtime wants this very name without a namespace. The benchmarks put it into the hosts that they measure through DOTNET_STARTUP_HOOKS.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null); // not for the host's own children
        Probe.Start();
    }
}
