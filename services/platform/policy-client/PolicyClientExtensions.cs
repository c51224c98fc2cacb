using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SlaPlatform.PolicyClient;

/// <summary>Registers the policy client.</summary>
public static class PolicyClientExtensions
{
    /// <summary>Adds <see cref="PolicySource"/> as a singleton. The host registers the catalog's gRPC client itself.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddPolicySource(this IServiceCollection services)
    {
        services.TryAddSingleton<PolicySource>();
        return services;
    }
}
