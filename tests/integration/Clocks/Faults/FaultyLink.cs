using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SlaPlatform.Integration.Tests.Clocks.Faults;

/// <summary>The loopback wire between the clock and its Redis, which a test makes slow, cuts, or lets swallow what it carries.</summary>
internal sealed class FaultyLink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Wire, bool> _wires = new();
    private readonly int _target;
    private readonly Task _accepting;

    /// <summary>Opens a link to a loopback port.</summary>
    public FaultyLink(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = Accept();
    }

    public int Port { get; }

    /// <summary>How the link behaves. A connection that lost something stays dead for ever, whatever the link does later: only a new one works again.</summary>
    public LinkState State { get; private set; } = LinkState.Sound;

    /// <summary>Changes what the link does to its connections from now on.</summary>
    public void Become(LinkState state)
    {
        State = state;
        if (state.Cuts)
        {
            foreach (var wire in _wires.Keys)
            {
                wire.Dispose();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var wire in _wires.Keys)
        {
            wire.Dispose();
        }

        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                _ = Carry(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException && _stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var wire = new Wire(client, new TcpClient());
        _wires[wire] = true;
        try
        {
            if (!State.Cuts)
            {
                await wire.Run(_target, () => State, _stop.Token);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side is gone; so is the other.
        }
        finally
        {
            _wires.TryRemove(wire, out _);
        }
    }
}
