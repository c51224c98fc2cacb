using System.Net;
using Orleans.Dashboard;

namespace SlaPlatform.Clocks.Hosting;

/// <summary>
/// The Orleans dashboard, at <see cref="Path"/> of the http endpoint: in development only, unless <c>Dashboard:Enabled</c> says no, and for callers on the same
/// machine only. It asks for no password and shows every grain.
/// </summary>
internal static class DashboardExtensions
{
    /// <summary>Where it is.</summary>
    public const string Path = "/dashboard";

    /// <summary>Whether this host has it.</summary>
    public static bool IsOn(IHostEnvironment environment, IConfiguration configuration) =>
        environment.IsDevelopment() && configuration.GetValue("Dashboard:Enabled", true);

    /// <summary>Maps it where it is on.</summary>
    public static WebApplication MapDashboard(this WebApplication app)
    {
        if (IsOn(app.Environment, app.Configuration))
        {
            app.MapOrleansDashboard(Path).AddEndpointFilter(static async (context, next) =>
                context.HttpContext.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller) ? await next(context) : Results.NotFound());
        }

        return app;
    }
}
