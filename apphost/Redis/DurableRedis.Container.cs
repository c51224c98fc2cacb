using System.Diagnostics;

internal static partial class DurableRedis
{
    // A runtime whose daemon does not answer would leave the container, and all that waits for it, pending for ever.
    static partial void TryAddContainer(IDistributedApplicationBuilder builder, string name, ref IResourceBuilder<IResourceWithConnectionString>? container)
    {
        if (builder.ExecutionContext.IsPublishMode || ContainerRuntimeAnswers())
        {
            container = builder.AddRedis(name)
                .WithDataVolume("sla-platform-redis")
                .WithArgs("--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction");
        }
    }

    private static bool ContainerRuntimeAnswers()
    {
        var runtime = Environment.GetEnvironmentVariable("ASPIRE_CONTAINER_RUNTIME") ?? Environment.GetEnvironmentVariable("DOTNET_ASPIRE_CONTAINER_RUNTIME") ?? "docker";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(runtime, ["info"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            if (process is null)
            {
                return false;
            }

            process.OutputDataReceived += static (_, _) => { };
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(TimeSpan.FromSeconds(10)))
            {
                return process.ExitCode == 0;
            }

            process.Kill();
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
