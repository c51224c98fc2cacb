using System.Net;
using System.Net.Sockets;
using SlaPlatform.LocalHosting.Processes;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Tests.Processes;

public sealed class ReplicaFrontTests
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(20);

    [Theory(Timeout = 30_000)]
    [InlineData((int)ProbeAnswer.Silent, false)]
    [InlineData((int)ProbeAnswer.Unhealthy, true)]
    public async Task Connection_OfAReplicaThatStopsAnswering_IsCutOnlyWhenItSaysNothingAtAll(int answer, bool open)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var service = Listen(out var port);
        var resource = new Silent();
        var answers = (Value: ProbeAnswer.Healthy, Count: 0);
        resource.Probes.Add((_, _) =>
        {
            answers.Count++;
            return Task.FromResult(answers.Value);
        });
        await using var fronts = new ReplicaFronts(resource, [EndpointBefore(port)], TimeProvider.System, ProbeInterval);
        using var caller = await ConnectAsync(port - 1, cancel);
        using var taken = await service.AcceptSocketAsync(cancel);

        var before = answers.Count;
        answers.Value = (ProbeAnswer)answer;
        await UntilAsync(() => answers.Count > before + 10, cancel);

        var ended = caller.Poll(TimeSpan.Zero, SelectMode.SelectRead);
        Assert.Equal(open, !ended);
    }

    [Fact(Timeout = 30_000)]
    public async Task Connection_WithoutAnyReplica_IsReset()
    {
        var cancel = TestContext.Current.CancellationToken;
        Listen(out var port).Dispose();
        await using var fronts = new ReplicaFronts(new Silent(), [EndpointBefore(port)], TimeProvider.System, ProbeInterval);

        // The reset may come before the caller has noticed that it is connected.
        var end = await Assert.ThrowsAsync<SocketException>(async () =>
        {
            using var caller = await ConnectAsync(port - 1, cancel);
            await caller.ReceiveAsync(new byte[1], cancel);
        });

        Assert.Equal(SocketError.ConnectionReset, end.SocketErrorCode);
    }

    [Fact(Timeout = 30_000)]
    public async Task Exchange_TheCallerHasSaidAll_StillGetsItsAnswer()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var service = Listen(out var port);
        await using var fronts = new ReplicaFronts(new Silent(), [EndpointBefore(port)], TimeProvider.System, ProbeInterval);
        using var caller = await ConnectAsync(port - 1, cancel);
        await caller.SendAsync("question"u8.ToArray(), cancel);
        caller.Shutdown(SocketShutdown.Send);
        using var taken = await service.AcceptSocketAsync(cancel);
        while (await taken.ReceiveAsync(new byte[64], cancel) > 0)
        {
            // Up to the end of what the caller said.
        }

        await taken.SendAsync("answer"u8.ToArray(), cancel);
        taken.Close();

        var answer = new byte[64];
        Assert.Equal(6, await caller.ReceiveAsync(answer, cancel));
        Assert.Equal("answer"u8, answer.AsSpan(0, 6));
        Assert.Equal(0, await caller.ReceiveAsync(answer, cancel));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(SocketError.TooManyOpenSockets)]
    [InlineData(SocketError.ConnectionAborted)]
    public async Task Connection_AfterOnesThatCouldNotBeAccepted_IsServed(SocketError error)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var service = Listen(out var port);
        using var replicas = new ReplicaSet(new Silent());
        var failures = 0;
        await using var front = ReplicaFront.Open(
            EndpointBefore(port),
            replicas,
            TimeProvider.System,
            (listener, closing) => Interlocked.Increment(ref failures) > 4 ? listener.AcceptSocketAsync(closing) : throw new SocketException((int)error));

        using var caller = await ConnectAsync(port - 1, cancel);
        using var taken = await service.AcceptSocketAsync(cancel);

        Assert.True(taken.Connected);
    }

    // The only replica listens one port after the front.
    private static Endpoint EndpointBefore(int port) => new("http", "http", "127.0.0.1", port - 1, Stride: 1) { HasFront = true };

    private static TcpListener Listen(out int port)
    {
        while (true)
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (LocalPort.IsFree(port - 1) && LocalPort.IsFree(port + 1))
            {
                return listener;
            }

            listener.Dispose();
        }
    }

    private static async Task<Socket> ConnectAsync(int port, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
        return socket;
    }

    private static async Task UntilAsync(Func<bool> condition, CancellationToken cancel)
    {
        while (!condition())
        {
            await Task.Delay(ProbeInterval, TimeProvider.System, cancel);
        }
    }

    private sealed class Silent() : Resource("service")
    {
        internal override Command? CommandOf(int replica) => null;
    }
}
