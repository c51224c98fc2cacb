using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace SlaPlatform.Integration.Tests.Support;

/// <summary>Keeps what one class logs, level and text, until it is read. Safe for concurrent use.</summary>
/// <typeparam name="T">The class.</typeparam>
internal sealed class LoggedLines<T> : ILogger<T>
{
    private readonly Channel<(LogLevel Level, string Text)> _lines = Channel.CreateUnbounded<(LogLevel, string)>();

    /// <summary>The next line; waits for it.</summary>
    public ValueTask<(LogLevel Level, string Text)> NextAsync(CancellationToken cancellation) => _lines.Reader.ReadAsync(cancellation);

    /// <summary>What is there already.</summary>
    public IEnumerable<(LogLevel Level, string Text)> Rest()
    {
        while (_lines.Reader.TryRead(out var line))
        {
            yield return line;
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Writer.TryWrite((logLevel, formatter(state, exception)));
}
