using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SlaPlatform.LocalHosting.Processes;
using SlaPlatform.LocalHosting.Tests.Support;

namespace SlaPlatform.LocalHosting.Tests.Processes;

public sealed class LocalRunTests
{
    [Fact]
    public async Task RunAsync_DependentChild_StartsAfterAndStopsBeforeWhatItWaitsFor()
    {
        await using var topology = new TestTopology();
        var store = topology.AddChild("store");
        topology.AddChild("web").WaitFor(store);

        topology.Start();
        await topology.Console.WaitForAsync("try this");
        var exitCode = await topology.StopAsync();

        var console = topology.Console;
        Assert.Equal(0, exitCode);
        Assert.Contains("local processes", console.Lines[0], StringComparison.Ordinal);
        Assert.True(console.IndexOf("store is healthy") < console.IndexOf("web     | started"));
        Assert.InRange(console.IndexOf("web     | gone"), 0, console.IndexOf("store   | gone"));
        Assert.Equal("apphost | stopped", console.Lines[^1]);
    }

    [Fact]
    public async Task RunAsync_ChildKilled_StartsItAgain()
    {
        await using var topology = new TestTopology();
        topology.Builder.Restarts = new RestartPolicy(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1), 3, TimeSpan.FromHours(1));
        topology.AddChild("web");

        topology.Start();
        var first = TestTopology.PidIn(await topology.Console.WaitForAsync("web is healthy"));
        Process.GetProcessById(first).Kill();
        await topology.Console.WaitForAsync("web exited with code 137 although nobody stopped it");
        var second = TestTopology.PidIn(await topology.Console.WaitForAsync("web is healthy"));

        Assert.NotEqual(first, second);
        Assert.Equal(0, await topology.StopAsync());
    }

    [Fact]
    public async Task RunAsync_ChildKeepsExiting_GivesItUpAndEndsWithOne()
    {
        await using var topology = new TestTopology();
        topology.Builder.Restarts = new RestartPolicy(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1), 2, TimeSpan.FromHours(1));
        topology.AddChild("web").WithEnvironment("CHILD_REQUESTS", "1");

        topology.Start();
        await topology.Console.WaitForAsync("web is given up after 2 restarts");

        Assert.Equal(1, await topology.StopAsync());
    }

    [Fact]
    public async Task RunAsync_PortTaken_NamesItAndStartsNothing()
    {
        await using var topology = new TestTopology();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        topology.AddChild("store");
        topology.AddChild("web", port);

        topology.Start();

        Assert.Equal(1, await topology.EndAsync());
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Port {port}, which web needs for http, is in use."), topology.Console.Lines[^1], StringComparison.Ordinal);
        Assert.Matches("-- --port-base [123][0-9]000 --data-dir", topology.Console.Lines[^1]);
        Assert.Equal(-1, topology.Console.IndexOf("started"));
    }

    [Fact]
    public async Task RunAsync_PortBase_IsInTheCommandsToTry()
    {
        var port = TestTopology.FreePort();
        var start = Math.Min(port - (port % 1000), 64000).ToString(CultureInfo.InvariantCulture);
        await using var topology = new TestTopology("--port-base", start);
        topology.AddChild("web", port);

        topology.Start();
        var hint = await topology.Console.WaitForAsync("try this");

        Assert.Equal($"apphost |   try this --port-base {start}", hint);
        Assert.Equal(0, await topology.StopAsync());
    }

    [Fact]
    public async Task RunAsync_DataDirectoryInUse_SaysSoAndStartsNothing()
    {
        await using var topology = new TestTopology();
        using var claim = DataDirectoryClaim.TryTake(Path.Combine(topology.Folder, "data"));
        topology.AddChild("web");

        topology.Start();

        Assert.Equal(1, await topology.EndAsync());
        Assert.Contains("is used by another AppHost", topology.Console.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ChildExitsBeforeItIsHealthy_StopsTheOthersAndEndsWithOne()
    {
        await using var topology = new TestTopology();
        var store = topology.AddChild("store");
        topology.AddChild("web").WaitFor(store).WithEnvironment("CHILD_EXIT_CODE", "7");

        topology.Start();

        Assert.Equal(1, await topology.EndAsync());
        Assert.NotEqual(-1, topology.Console.IndexOf("web exited with code 7 before it was healthy"));
        Assert.NotEqual(-1, topology.Console.IndexOf("store   | gone"));
    }

    [Fact]
    public async Task RunAsync_Replicas_AreServedInTurnAtTheOneAddress()
    {
        await using var topology = new TestTopology();
        var port = TestTopology.FreePort();
        topology.AddChild("web", port).WithReplicas(2);

        topology.Start();
        await topology.Console.WaitForAsync("web is served by 2 replicas");

        Assert.NotEqual(-1, topology.Console.IndexOf("web-1   | started"));
        Assert.NotEqual(-1, topology.Console.IndexOf("web-2   | started"));
        Assert.Equal([port + 10, port + 20], (await AnswersAsync(port, 4)).Distinct().Order());
        Assert.Equal(0, await topology.StopAsync());
    }

    [Fact]
    public async Task RunAsync_AReplicaKilled_TheOthersAnswerUntilItIsBack()
    {
        await using var topology = new TestTopology();
        topology.Builder.Restarts = new RestartPolicy(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), 3, TimeSpan.FromHours(1));
        var port = TestTopology.FreePort();
        topology.AddChild("web", port).WithReplicas(2);
        topology.Start();
        var first = TestTopology.PidIn(await topology.Console.WaitForAsync("web-1 is healthy"));
        await topology.Console.WaitForAsync("web is served by 2 replicas");

        Process.GetProcessById(first).Kill();
        await topology.Console.WaitForAsync("web-1 is restarted");
        var without = await AnswersAsync(port, 6);
        await topology.Console.WaitForAsync("web-1 is healthy");

        Assert.Equal([port + 20], without.Distinct());
        while (!(await AnswersAsync(port, 2)).Contains(port + 10))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        Assert.Equal(0, await topology.StopAsync());
    }

    [Fact]
    public async Task RunAsync_PortOfAFrontTaken_NamesIt()
    {
        await using var topology = new TestTopology();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        topology.AddChild("web", port).WithReplicas(2);

        topology.Start();

        Assert.Equal(1, await topology.EndAsync());
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Port {port}, which web needs for http, is in use."), topology.Console.Lines[^1], StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<int>> AnswersAsync(int port, int count)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var answers = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var answer = await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/"), TestContext.Current.CancellationToken);
            answers.Add(int.Parse(answer, CultureInfo.InvariantCulture));
        }

        return answers;
    }
}
