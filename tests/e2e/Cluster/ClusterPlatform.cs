using SlaPlatform.EndToEnd.Platform;
using SlaPlatform.EndToEnd.Tickets;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>A platform whose silos the tests of a class kill.</summary>
public sealed class ClusterPlatform : IAsyncLifetime
{
    private readonly TemporaryDirectory data = new();
    private PlatformProcess? platform;

    internal PlatformProcess Platform => platform ?? throw new InvalidOperationException("The platform is not started.");

    public async ValueTask InitializeAsync()
    {
        platform = await PlatformProcess.StartAsync(Ports.Cluster, data.Path, TestContext.Current.CancellationToken);
        await DemoAccounts.OpenAsync(platform.ClockClient(), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (platform is not null)
        {
            await platform.DisposeAsync();
        }

        data.Dispose();
    }
}
