using System.Net;
using System.Net.Sockets;

namespace SlaPlatform.LocalHosting.Processes;

internal static class LocalPort
{
    /// <summary>Whether nobody listens on the port, on either loopback address.</summary>
    internal static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    private static bool CanListen(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.AddressNotAvailable; // no IPv6 loopback on this machine
        }
    }
}
