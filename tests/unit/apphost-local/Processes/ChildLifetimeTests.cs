using System.Diagnostics;
using System.Globalization;
using SlaPlatform.LocalHosting.Tests.Support;

namespace SlaPlatform.LocalHosting.Tests.Processes;

public sealed class ChildLifetimeTests
{
    [Fact]
    public async Task Host_Killed_TakesServicesAndProgramsWithIt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Process states are read from /proc.");
        var folder = Directory.CreateTempSubdirectory("sla-host-");
        TestTopology.WriteSettings(folder.FullName, TestTopology.FreePort());
        var output = new Transcript();
        using var host = StartHost(folder.FullName, output);
        int[] children;
        try
        {
            var service = TestTopology.PidIn(await output.WaitForAsync("service is healthy"));
            await output.WaitForAsync("ready in");
            var sentry = TestTopology.PidIn(output.Lines[output.IndexOf("program is healthy")]);
            children = [service, sentry, await ChildOfAsync(sentry)];
        }
        finally
        {
            host.Kill();
        }

        foreach (var pid in children)
        {
            await WaitUntilAsync(() => !IsAlive(pid));
        }

        folder.Delete(recursive: true);
    }

    private static Process StartHost(string folder, Transcript output)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SlaPlatform.LocalHosting.TestChild.dll"), "host", "--data-dir", Path.Combine(folder, "data")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        var host = new Process { StartInfo = start };
        host.OutputDataReceived += (_, e) => output.WriteLine(e.Data);
        host.Start();
        host.BeginOutputReadLine();
        return host;
    }

    private static async Task<int> ChildOfAsync(int pid)
    {
        var children = string.Empty;
        await WaitUntilAsync(() => (children = File.ReadAllText($"/proc/{pid}/task/{pid}/children")).Length > 0);
        return int.Parse(children.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    // A zombie that nobody has reaped yet is gone for our purposes.
    private static bool IsAlive(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].TrimStart()[0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
