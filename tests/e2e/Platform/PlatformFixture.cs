using SlaPlatform.EndToEnd.Platform;

[assembly: AssemblyFixture(typeof(PlatformFixture))]

namespace SlaPlatform.EndToEnd.Platform;

/// <summary>One running platform for the tests that only use it.</summary>
public sealed class PlatformFixture : IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("sla-e2e-");
    private PlatformProcess? platform;

    internal PlatformProcess Platform => platform ?? throw new InvalidOperationException("The platform is not started.");

    public async ValueTask InitializeAsync() =>
        platform = await PlatformProcess.StartAsync(Ports.Shared, data.FullName, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (platform is not null)
        {
            await platform.DisposeAsync();
        }

        data.Delete(recursive: true);
    }
}
