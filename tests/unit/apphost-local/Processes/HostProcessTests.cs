using System.Diagnostics;

namespace SlaPlatform.LocalHosting.Tests.Processes;

public sealed class HostProcessTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Host_AskedForHelp_ListsTheOptionsAndEndsWithZero(string option)
    {
        var (code, output) = await RunAsync("--port-base", "31000", option);

        Assert.Equal(0, code);
        Assert.All(["--port-base N", "--replicas N", "--data-dir DIR", "--ConnectionStrings:NAME=TEXT", "--help"], text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Host_UnknownOption_StartsNothingAndEndsWithOne()
    {
        var (code, output) = await RunAsync("--port-bse", "31000");

        Assert.Equal(1, code);
        Assert.StartsWith("apphost | The AppHost has no option '--port-bse'", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SlaPlatform.LocalHosting.TestChild.dll"), "host", .. args])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
        };
        using var host = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            var output = await host.StandardOutput.ReadToEndAsync(patience.Token);
            await host.WaitForExitAsync(patience.Token);
            return (host.ExitCode, output);
        }
        finally
        {
            host.Kill();
        }
    }
}
