using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SlaPlatform.Platform.Tests.ServiceDefaults.Support;

/// <summary>Keeps what is logged: category, level and text.</summary>
internal sealed class RecordingLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Text)> _entries = new();

    internal IEnumerable<(LogLevel Level, string Text)> Of(string category) => _entries.Where(entry => entry.Category.Contains(category, StringComparison.Ordinal)).Select(entry => (entry.Level, entry.Text));

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<(string, LogLevel, string)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((category, logLevel, formatter(state, exception)));
    }
}
