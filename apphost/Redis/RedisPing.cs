using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

/// <summary>Healthy once the server on a loopback port answers PING, which a server that is still loading its log does not.</summary>
internal sealed class RedisPing(int port) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync("*1\r\n$4\r\nPING\r\n"u8.ToArray(), cancellationToken);
            var answer = new byte[64];
            var length = await stream.ReadAsync(answer, cancellationToken);
            return length > 0 && answer[0] == (byte)'+' ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The server does not take commands yet.");
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return HealthCheckResult.Unhealthy("Nothing listens on the port yet.", e);
        }
    }
}
