using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using SlaPlatform.ServiceDefaults.Readiness;
using SlaPlatform.ServiceDefaults.Telemetry;

namespace SlaPlatform.ServiceDefaults;

/// <summary>What every service host has in common.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>The largest gRPC message that a service receives and a client accepts, in bytes: 16 MiB.</summary>
    public const int MaxMessageBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Adds the system clock (unless a <see cref="TimeProvider"/> is registered already), telemetry, service discovery, gRPC with the message limit,
    /// and the health checks. The listeners come from the configuration section <c>Kestrel:Endpoints</c> (<c>grpc</c> with <c>Protocols: Http2</c>, and
    /// <c>http</c>), whose defaults stand in the host's appsettings.json; environment keys such as <c>Kestrel__Endpoints__grpc__Url</c> override them.
    /// </summary>
    /// <param name="builder">The builder of the host.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        AddSettingsBesideTheBinaries(builder);
        builder.WebHost.ConfigureKestrel(static options => options.AddServerHeader = false);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.Services.AddServiceDiscovery();
        builder.Services.AddGrpc(static options => options.MaxReceiveMessageSize = MaxMessageBytes);
        builder.Logging.AddFilter(HealthLog.FrameworkCategory, LogLevel.None);
        builder.Services.AddSingleton<HealthLog>().AddSingleton<IHealthCheckPublisher>(static services => services.GetRequiredService<HealthLog>());
        builder.Services.AddHealthChecks().AddCheck("self", static () => HealthCheckResult.Healthy(), [HealthTags.Live, HealthTags.Ready]);
        builder.Services.AddGrpcHealthChecks(static options =>
        {
            options.Services.Clear();
            options.Services.Map(string.Empty, static check => check.Tags.Contains(HealthTags.Ready));
        });
        return builder;
    }

    /// <summary>Maps <see cref="HealthPaths.Live"/>, <see cref="HealthPaths.Ready"/> and the gRPC health service <c>grpc.health.v1.Health</c>. Reflection and the services are the host's.</summary>
    /// <param name="app">The application.</param>
    /// <returns><paramref name="app"/>.</returns>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<HealthLog>();
        app.MapHealthChecks(HealthPaths.Live, Tagged(HealthTags.Live, log));
        app.MapHealthChecks(HealthPaths.Ready, Tagged(HealthTags.Ready, log));
        app.MapGrpcHealthChecksService();
        return app;
    }

    private static HealthCheckOptions Tagged(string tag, HealthLog log)
    {
        var options = new HealthCheckOptions { Predicate = check => check.Tags.Contains(tag) };
        var answer = options.ResponseWriter;
        options.ResponseWriter = (context, report) =>
        {
            log.Take(report);
            return answer(context, report);
        };
        return options;
    }

    // The content root is the working directory: a host started from elsewhere would lose its ports without this, the weakest of all sources.
    private static void AddSettingsBesideTheBinaries(WebApplicationBuilder builder)
    {
        var settings = new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
            Optional = true,
        };
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, settings);
    }
}
