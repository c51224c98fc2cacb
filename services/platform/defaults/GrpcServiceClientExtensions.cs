using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SlaPlatform.ServiceDefaults.Clients;

namespace SlaPlatform.ServiceDefaults;

/// <summary>Clients of the other services.</summary>
public static class GrpcServiceClientExtensions
{
    /// <summary>
    /// Adds a client of a service that is found by its name (configuration <c>services:{name}:grpc:0</c>). It sets <see cref="GrpcClientOptions.DefaultDeadline"/>
    /// on unary calls, passes on the deadline, cancellation and trace of the call being served, and tries again on UNAVAILABLE only.
    /// </summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="serviceName">The resource name, see <see cref="ResourceNames"/>.</param>
    /// <returns>The builder of the underlying HTTP client, for what a host adds of its own.</returns>
    public static IHttpClientBuilder AddGrpcServiceClient<TClient>(this IHostApplicationBuilder builder, string serviceName)
        where TClient : ClientBase
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serviceName);
        builder.Services.AddOptions<GrpcClientOptions>().BindConfiguration(GrpcClientOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddServiceDiscovery();
        return builder.Services
            .AddGrpcClient<TClient>(options => options.Address = new Uri($"http://_{EndpointNames.Grpc}.{serviceName}"))
            .ConfigurePrimaryHttpMessageHandler(static services => CreateHandler(Options(services)))
            .ConfigureChannel(static (services, channel) =>
            {
                channel.MaxReceiveMessageSize = ServiceDefaultsExtensions.MaxMessageBytes;
                channel.ServiceConfig = new ServiceConfig { MethodConfigs = { RetryUnavailable(Options(services)) } };
            })
            .AddInterceptor(InterceptorScope.Client, static services => new DefaultDeadlineInterceptor(Options(services).DefaultDeadline))
            .EnableCallContextPropagation(static options => options.SuppressContextNotFoundErrors = true)
            .AddServiceDiscovery();
    }

    private static GrpcClientOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<GrpcClientOptions>>().Value;

    private static SocketsHttpHandler CreateHandler(GrpcClientOptions options) => new()
    {
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = options.ConnectTimeout,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        // Services are on one network; a proxy of the machine must not come between them.
        UseProxy = false,
    };

    private static MethodConfig RetryUnavailable(GrpcClientOptions options) => new()
    {
        Names = { MethodName.Default },
        RetryPolicy = new RetryPolicy
        {
            MaxAttempts = options.MaxAttempts,
            InitialBackoff = options.InitialBackoff,
            MaxBackoff = options.MaxBackoff,
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        },
    };
}
