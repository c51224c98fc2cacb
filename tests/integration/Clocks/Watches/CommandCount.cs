using System.Net.Sockets;

namespace SlaPlatform.Integration.Tests.Clocks.Watches;

/// <summary>Counts the commands that a redis-server was given, by anyone.</summary>
internal sealed class CommandCount : IDisposable
{
    private readonly int _port;
    private readonly TcpClient _connection = new();
    private readonly CancellationToken _cancellation;
    private StreamReader? _lines;

    private CommandCount(int port, CancellationToken cancellation)
    {
        _port = port;
        _cancellation = cancellation;
    }

    public static async Task<CommandCount> StartAsync(int port, CancellationToken cancellation)
    {
        var count = new CommandCount(port, cancellation);
        await count._connection.ConnectAsync("127.0.0.1", port, cancellation);
        await count._connection.GetStream().WriteAsync("MONITOR\r\n"u8.ToArray(), cancellation);
        count._lines = new StreamReader(count._connection.GetStream());
        await count._lines.ReadLineAsync(cancellation);
        return count;
    }

    /// <summary>How many commands since the last count name a text.</summary>
    /// <param name="mark">A word of its own, by which the end is known.</param>
    /// <param name="text">The text.</param>
    public async Task<int> CountAsync(string mark, string text)
    {
        using var other = new TcpClient();
        await other.ConnectAsync("127.0.0.1", _port, _cancellation);
        await other.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes($"ECHO end-of-{mark}\r\n"), _cancellation);
        var found = 0;
        while (await _lines!.ReadLineAsync(_cancellation) is { } line && !line.Contains($"end-of-{mark}", StringComparison.Ordinal))
        {
            // Commands of scripts are shown as well; a read by the feed is the client's own.
            found += line.Contains("\"ZRANGEBYSCORE\"", StringComparison.OrdinalIgnoreCase) && line.Contains(text, StringComparison.Ordinal) ? 1 : 0;
        }

        return found;
    }

    public void Dispose()
    {
        _lines?.Dispose();
        _connection.Dispose();
    }
}
