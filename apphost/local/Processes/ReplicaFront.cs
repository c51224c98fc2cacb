using System.Net;
using System.Net.Sockets;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Processes;

/// <summary>
/// The stable address of a service with replicas, what Aspire's proxy is there: a listener on loopback that hands each connection to the next replica that takes it,
/// and never looks inside. A bounded number of connections is open at once; more wait to be accepted.
/// </summary>
internal sealed class ReplicaFront : IAsyncDisposable
{
    private const int MostConnections = 2000;
    private const int BufferBytes = 32 * 1024;
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);

    // Long enough for a file handle to become free, and not to spin until then.
    private static readonly TimeSpan s_acceptAgain = TimeSpan.FromMilliseconds(100);

    private readonly Endpoint _endpoint;
    private readonly ReplicaSet _replicas;
    private readonly TimeProvider _time;
    private readonly Func<TcpListener, CancellationToken, ValueTask<Socket>> _accept;
    private readonly SemaphoreSlim _room = new(MostConnections, MostConnections);
    private readonly CancellationTokenSource _closing = new();
    private readonly List<TcpListener> _listeners = [];
    private readonly List<Task> _accepting = [];
    private volatile bool _closed;

    private ReplicaFront(Endpoint endpoint, ReplicaSet replicas, TimeProvider time, Func<TcpListener, CancellationToken, ValueTask<Socket>> accept) =>
        (_endpoint, _replicas, _time, _accept) = (endpoint, replicas, time, accept);

    /// <summary>Opens the listener.</summary>
    /// <param name="endpoint">Where it listens, and where the replicas do.</param>
    /// <param name="replicas">Who takes the connections.</param>
    /// <param name="time">The clock.</param>
    /// <param name="accept">How a connection is accepted; null for as the listener does.</param>
    /// <exception cref="LocalHostException">The port is in use.</exception>
    internal static ReplicaFront Open(
        Endpoint endpoint, ReplicaSet replicas, TimeProvider time, Func<TcpListener, CancellationToken, ValueTask<Socket>>? accept = null)
    {
        var front = new ReplicaFront(endpoint, replicas, time, accept ?? (static (listener, cancellation) => listener.AcceptSocketAsync(cancellation)));
        try
        {
            front.Listen(IPAddress.Loopback);
            if (Socket.OSSupportsIPv6)
            {
                front.Listen(IPAddress.IPv6Loopback);
            }
        }
        catch (SocketException)
        {
            front.Close();
            throw new LocalHostException($"The front of {endpoint.Name} cannot listen on port {endpoint.Port}: it is in use.");
        }

        return front;
    }

    /// <summary>Takes no more connections; those that are open go on.</summary>
    internal void Close()
    {
        _closed = true;
        _listeners.ForEach(static listener => listener.Stop());
    }

    /// <summary>Cuts all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        Close();
        await _closing.CancelAsync();
        await Task.WhenAll(_accepting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private void Listen(IPAddress address)
    {
        var listener = new TcpListener(address, _endpoint.Port);
        _listeners.Add(listener);
        try
        {
            listener.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            return; // no IPv6 loopback on this machine
        }

        _accepting.Add(AcceptAsync(listener));
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!_closed)
        {
            await _room.WaitAsync(_closing.Token);
            try
            {
                _ = ServeAsync(await _accept(listener, _closing.Token));
            }
            catch (Exception e) when (_closed && e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            catch (SocketException)
            {
                // The caller was gone before it was accepted, or the process has no file handle left: the next one may do better.
                _room.Release();
                await Task.Delay(s_acceptAgain, _time, _closing.Token);
            }
        }
    }

    private async Task ServeAsync(Socket caller)
    {
        try
        {
            using (caller)
            {
                if (await ConnectAsync() is not var (replica, service))
                {
                    caller.Close(0); // a reset: nobody is there
                    return;
                }

                using (service)
                {
                    await ExchangeAsync(caller, service, replica.Hanging);
                }
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One of the two has gone; with the sockets the other one learns it.
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task<(Replica Replica, Socket Socket)?> ConnectAsync()
    {
        foreach (var replica in _replicas.InTurn())
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var timeout = new CancellationTokenSource(s_connectTimeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _closing.Token);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _endpoint.PortOf(replica.Number)), either.Token);
                return (replica, socket);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                socket.Dispose();
                replica.IsReady = false; // until a probe finds it healthy
            }
        }

        return null;
    }

    private async Task ExchangeAsync(Socket caller, Socket service, CancellationToken hanging)
    {
        caller.NoDelay = true;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(hanging, _closing.Token);
        var asking = CopyAsync(caller, service, ending.Token);
        var answering = CopyAsync(service, caller, ending.Token);
        await await Task.WhenAny(asking, answering);

        // One side has said all it has to say; the other may have an answer on its way, but not for ever when it was the service that ended.
        if (answering.IsCompleted)
        {
            await asking.WaitAsync(s_farewell, _time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else
        {
            await answering;
        }
    }

    private static async Task CopyAsync(Socket from, Socket to, CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        while (await from.ReceiveAsync(buffer, cancellation) is var length and > 0)
        {
            for (var sent = 0; sent < length;)
            {
                sent += await to.SendAsync(buffer.AsMemory(sent, length - sent), cancellation);
            }
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
