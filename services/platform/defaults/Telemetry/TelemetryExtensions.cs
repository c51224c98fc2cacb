using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SlaPlatform.ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    internal const string OtlpEndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OwnNames = "SlaPlatform.*";

    // Collected only where somebody listens: OTEL_EXPORTER_OTLP_ENDPOINT is set by the AppHost's dashboard or by the operator. Spans that nobody takes would cost each
    // request some of its time; trace ids pass from service to service without them.
    internal static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[OtlpEndpointKey]))
        {
            return;
        }

        builder.Logging.AddOpenTelemetry(static logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .WithMetrics(static metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(OwnNames, "Microsoft.Orleans"))
            .WithTracing(static tracing => tracing
                .AddSource(OwnNames, "Microsoft.Orleans.*")
                .AddAspNetCoreInstrumentation(static options => options.Filter = static context => !context.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation())
            .UseOtlpExporter();
    }
}
