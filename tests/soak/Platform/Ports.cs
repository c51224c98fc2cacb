using System.Net;
using System.Net.Sockets;

namespace SlaPlatform.Soak.Platform;

/// <summary>Free loopback ports below those that systems give to outgoing connections: a process that is down for a while must find its port free again.</summary>
internal sealed class Ports
{
    private const int First = 30000;
    private const int Last = 32000;

    private int next = First + (Environment.ProcessId * 41 % (Last - First - 100));

    public int Take()
    {
        while (!IsFree(++next))
        {
        }

        return next;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
