using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace SlaPlatform.LocalHosting.TestChild;

/// <summary>
/// Answers every connection on its <c>http</c> listener with 200 and stops on SIGTERM. <c>CHILD_EXIT_CODE</c> makes it exit at once, <c>CHILD_REQUESTS</c> after that many answers.
/// </summary>
internal static class Service
{
    private const int AfterItsRequests = 3;

    internal static async Task<int> RunAsync()
    {
        if (Environment.GetEnvironmentVariable("CHILD_EXIT_CODE") is { } code)
        {
            return int.Parse(code, CultureInfo.InvariantCulture);
        }

        using var stop = new CancellationTokenSource();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        Console.WriteLine("started");
        var left = int.Parse(Environment.GetEnvironmentVariable("CHILD_REQUESTS") ?? "1000000", CultureInfo.InvariantCulture);
        var url = new Uri(Environment.GetEnvironmentVariable("Kestrel__Endpoints__http__Url")!);
        using var listener = new TcpListener(IPAddress.Loopback, url.Port);
        listener.Start();
        try
        {
            for (; left > 0; left--)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client, stop.Token);
            }

            return AfterItsRequests;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("gone");
            return 0;
        }
    }

    private static async Task AnswerAsync(TcpClient client, CancellationToken stop)
    {
        var stream = client.GetStream();
        if (await stream.ReadAsync(new byte[4096], stop) > 0)
        {
            // Who answered: its own port.
            var port = ((IPEndPoint)client.Client.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);
            var answer = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {port.Length}\r\nConnection: close\r\n\r\n{port}");
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), stop);
        }
    }
}
