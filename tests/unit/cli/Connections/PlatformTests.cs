using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using SlaPlatform.Cli.Connections;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Tests.Connections;

public sealed class PlatformTests
{
    [Fact(Timeout = 60_000)]
    public async Task Call_TheHostKeepsItsConnectionAndSaysNothing_IsLost()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var endpoints = new PlatformEndpoints(name => name == PlatformService.Clocks.Variable ? $"http://{silent.LocalEndpoint}" : null, portBase: null);
        using var platform = new Platform(endpoints, pingAfter: TimeSpan.FromSeconds(1));
        using var watch = platform.Clocks.WatchTickets(new WatchTicketsRequest(), cancellationToken: TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        Assert.True(failure.IsLost(), failure.ToString());
    }
}
