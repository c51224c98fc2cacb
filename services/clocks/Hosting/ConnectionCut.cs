using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace SlaPlatform.Clocks.Hosting;

/// <summary>
/// Cuts the connections that are left when half of the time after the notice of a stop is over. One whose client does not read what was sent to it never ends by itself,
/// and the grains could not be handed over: the silo stops after the listeners.
/// </summary>
internal sealed class ConnectionCut : IDisposable
{
    private readonly CancellationTokenSource cut = new();
    private readonly ITimer timer;
    private readonly CancellationTokenRegistration stopping;

    /// <summary>Waits for the stop.</summary>
    public ConnectionCut(IHostApplicationLifetime lifetime, IOptions<DrainOptions> options, TimeProvider clock)
    {
        var after = options.Value.NoticeFor + ((options.Value.Within - options.Value.NoticeFor) / 2);
        timer = clock.CreateTimer(_ => cut.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        stopping = lifetime.ApplicationStopping.Register(() => timer.Change(after, Timeout.InfiniteTimeSpan));
    }

    /// <summary>Lets it know of every connection of every endpoint.</summary>
    public static void Configure(KestrelServerOptions kestrel) => kestrel.ConfigureEndpointDefaults(endpoint =>
        endpoint.Use(next => connection => kestrel.ApplicationServices.GetRequiredService<ConnectionCut>().Serve(connection, next)));

    public void Dispose()
    {
        stopping.Dispose();
        timer.Dispose();
        cut.Dispose();
    }

    private async Task Serve(ConnectionContext connection, ConnectionDelegate next)
    {
        await using var ending = cut.Token.Register(() => connection.Abort(new ConnectionAbortedException("The host stops.")));
        await next(connection);
    }
}
