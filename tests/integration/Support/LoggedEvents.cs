using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SlaPlatform.Integration.Tests.Support;

/// <summary>Counts what the clock's grains of some hosts log, debug lines included, by event id. Safe for concurrent use.</summary>
internal sealed class LoggedEvents : ILoggerProvider, ILogger
{
    /// <summary>A ticket was loaded from a snapshot.</summary>
    public const int FromSnapshot = 4104;

    /// <summary>Another writer of a ticket came first.</summary>
    public const int CameSecond = 4105;

    private readonly ConcurrentDictionary<int, int> _counts = new();

    /// <summary>How often an event was logged.</summary>
    public int CountOf(int id) => _counts.GetValueOrDefault(id);

    /// <summary>Lets a host log here as well.</summary>
    public void Join(IServiceCollection services) =>
        services.AddLogging(logging => logging.AddProvider(this).AddFilter<LoggedEvents>("SlaPlatform.Clocks.Grains", LogLevel.Debug));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _counts.AddOrUpdate(eventId.Id, 1, static (_, count) => count + 1);

    public void Dispose()
    {
    }
}
