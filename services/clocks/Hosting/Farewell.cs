using Microsoft.AspNetCore.Connections.Features;

namespace SlaPlatform.Clocks.Hosting;

/// <summary>
/// Tells each HTTP/2 connection that still brings calls after the stop has begun that it should make no more, and holds that call until the caller has heard it.
/// A connection that is told so while it is idle is closed at once, and a call that was on its way then fails as INTERNAL, which nobody retries. One that stays idle
/// for the whole notice is closed so when the listeners close: protos/README.md says what its callers can do.
/// </summary>
internal sealed class Farewell(IHostApplicationLifetime lifetime, TimeProvider clock) : IStartupFilter
{
    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(150);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (HttpContext context, RequestDelegate serve) =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested && HttpProtocol.IsHttp2(context.Request.Protocol))
            {
                context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
                await Task.Delay(Hold, clock, context.RequestAborted);
            }

            await serve(context);
        });
        next(app);
    };
}
