using System.Net.Sockets;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd;

public sealed class LifetimeTests
{
    [Fact]
    public async Task AppHost_Terminated_StopsEveryChild()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent to processes, which Windows does not have.");
        using var data = new TemporaryDirectory();
        var cancellation = TestContext.Current.CancellationToken;
        await using var platform = await PlatformProcess.StartAsync(Ports.Lifetime, data.Path, cancellation);
        var children = platform.Children;

        platform.Terminate();
        await platform.WaitForExitAsync(cancellation);

        Assert.Equal(0, platform.ExitCode);
        Assert.NotEmpty(children);
        Assert.All(children, child => Assert.False(ProcessSignal.IsAlive(child), $"Process {child} outlived the AppHost."));
    }

    [Fact]
    public async Task AppHost_PortTaken_SaysWhichAndStartsNothing()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, Ports.Lifetime + 600 + 104);
        taken.Start();
        using var data = new TemporaryDirectory();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => PlatformProcess.StartAsync(Ports.Lifetime + 600, data.Path, TestContext.Current.CancellationToken));

        Assert.Contains($"{Ports.Lifetime + 704}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--port-base", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("is healthy", refusal.Message, StringComparison.Ordinal);
    }
}
