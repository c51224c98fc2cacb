using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Rpc;

/// <summary>What every gRPC host of these services has in common.</summary>
public static class SlaRpcExtensions
{
    /// <summary>
    /// Adds gRPC with the receive limit of <see cref="Limits.MessageBytes"/>, without detailed errors, with the interceptor that turns refusals into statuses,
    /// and reflection. Register an <see cref="IFailureClassifier"/> for each dependency.
    /// </summary>
    public static IServiceCollection AddSlaRpc(this IServiceCollection services)
    {
        services.TryAddSingleton<FailureStatuses>();
        services.TryAddSingleton<RefusalInterceptor>();
        services.AddTransient<IStartupFilter, UnreadableRequests>();
        services.AddGrpcReflection();
        services.AddGrpc(static options =>
        {
            options.EnableDetailedErrors = false;
            options.MaxReceiveMessageSize = Limits.MessageBytes;
            options.Interceptors.Add<RefusalInterceptor>();
        });
        return services;
    }

    /// <summary>Maps gRPC reflection. The services are the host's to map.</summary>
    public static IEndpointRouteBuilder MapSlaRpc(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcReflectionService();
        return endpoints;
    }
}
