namespace SlaPlatform.Integration.Tests.Fixtures;

/// <summary>
/// Ports for servers that tests start and kill: below those that systems give to outgoing connections, so that none takes a killed server's before it is back.
/// Other programs may hold them; whoever starts a server tries the next.
/// </summary>
internal static class TestPorts
{
    private const int First = 26000;
    private const int Count = 4000;
    private const int PerProcess = 97;

    private static int s_handedOut = Environment.ProcessId * PerProcess % Count;

    public static int Next() => First + ((Interlocked.Increment(ref s_handedOut) & int.MaxValue) % Count);
}
