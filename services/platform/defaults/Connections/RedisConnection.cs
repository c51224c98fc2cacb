using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace SlaPlatform.ServiceDefaults.Connections;

/// <summary>Connects before the services start: a blocking connect inside dependency injection, behind a busy thread pool, can starve for half a minute.</summary>
internal sealed class RedisConnection : IHostedLifecycleService
{
    private readonly Task<ConnectionMultiplexer> _connecting;

    internal RedisConnection(ConfigurationOptions options) => _connecting = ConnectionMultiplexer.ConnectAsync(options);

    internal IConnectionMultiplexer Multiplexer => _connecting.GetAwaiter().GetResult();

    public Task StartingAsync(CancellationToken cancellationToken) => _connecting.WaitAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
