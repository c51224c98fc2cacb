using Microsoft.Extensions.Logging;
using SlaPlatform.VirtualTime.Lives;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>Warnings of a silo become part of the trace.</summary>
internal sealed class TraceLoggerFactory(int silo, Trace trace) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            trace.Add($"silo {silo} says: {formatter(state, exception)}");
        }
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
