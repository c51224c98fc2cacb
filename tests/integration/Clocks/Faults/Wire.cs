using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace SlaPlatform.Integration.Tests.Clocks.Faults;

/// <summary>One connection of a <see cref="FaultyLink"/>.</summary>
internal sealed class Wire(TcpClient client, TcpClient server) : IDisposable
{
    private const int Chunk = 64 * 1024;

    /// <summary>Carries both ways until one side ends.</summary>
    public async Task Run(int target, Func<LinkState> state, CancellationToken cancellation)
    {
        await server.ConnectAsync(IPAddress.Loopback, target, cancellation);
        client.NoDelay = server.NoDelay = true;
        var requests = Pump(client.GetStream(), server.GetStream(), () => state().LosesRequests, () => TimeSpan.Zero, cancellation);
        var answers = Pump(server.GetStream(), client.GetStream(), () => state().LosesAnswers, () => state().Latency, cancellation);
        await await Task.WhenAny(requests, answers);
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    private static async Task Pump(NetworkStream from, NetworkStream to, Func<bool> loses, Func<TimeSpan> latency, CancellationToken cancellation)
    {
        var underWay = Channel.CreateUnbounded<(byte[] Bytes, long Sent, TimeSpan Latency)>();
        var delivering = Deliver(underWay.Reader, to, cancellation);
        var buffer = new byte[Chunk];
        var lost = false;
        while (await from.ReadAsync(buffer, cancellation) is > 0 and var length)
        {
            lost |= loses();
            if (!lost)
            {
                underWay.Writer.TryWrite((buffer[..length], TimeProvider.System.GetTimestamp(), latency()));
            }
        }

        underWay.Writer.Complete();
        await delivering;
    }

    private static async Task Deliver(ChannelReader<(byte[] Bytes, long Sent, TimeSpan Latency)> underWay, NetworkStream to, CancellationToken cancellation)
    {
        await foreach (var (bytes, sent, latency) in underWay.ReadAllAsync(cancellation))
        {
            if (latency - TimeProvider.System.GetElapsedTime(sent) is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left, TimeProvider.System, cancellation);
            }

            await to.WriteAsync(bytes, cancellation);
        }
    }
}
