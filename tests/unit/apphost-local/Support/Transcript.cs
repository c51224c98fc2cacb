using System.Text;
using System.Threading.Channels;

namespace SlaPlatform.LocalHosting.Tests.Support;

/// <summary>A console whose lines can be waited for, each seen once by the waiting and kept for the assertions.</summary>
internal sealed class Transcript : TextWriter
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _all = [];

    public override Encoding Encoding => Encoding.UTF8;

    internal string[] Lines
    {
        get
        {
            lock (_all)
            {
                return [.. _all];
            }
        }
    }

    public override void WriteLine(string? value)
    {
        lock (_all)
        {
            _all.Add(value ?? string.Empty);
        }

        _lines.Writer.TryWrite(value ?? string.Empty);
    }

    /// <summary>The next line, from where the last wait ended, that holds the text.</summary>
    internal async Task<string> WaitForAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(patience.Token);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException e)
        {
            throw new InvalidOperationException($"No line with '{text}' came; there were:\n{string.Join('\n', Lines)}", e);
        }
    }

    internal int IndexOf(string text) => Array.FindIndex(Lines, line => line.Contains(text, StringComparison.Ordinal));
}
