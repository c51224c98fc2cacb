using Microsoft.Extensions.Logging;
using SlaPlatform.Clocks.Hosting;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

public sealed class SiloEndTests
{
    [Fact]
    public void OnFatalException_DeclaredDead_SaysSoAndExits()
    {
        using var lines = new Lines();
        var codes = new List<int>();
        var end = new SiloEnd(lines, codes.Add);

        end.OnFatalException(this, "I should be dead.");

        Assert.Equal([SiloEnd.ExitCode], codes);
        Assert.Equal((LogLevel.Critical, "This silo is no longer part of the cluster and exits, to be started again: I should be dead."), Assert.Single(lines.Written));
        Assert.True(lines.IsDisposed, "The last line may not be out yet.");
    }

    private sealed class Lines : ILoggerFactory, ILogger
    {
        public List<(LogLevel, string)> Written { get; } = [];

        public bool IsDisposed { get; private set; }

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add((logLevel, formatter(state, exception)));

        public void Dispose() => IsDisposed = true;
    }
}
