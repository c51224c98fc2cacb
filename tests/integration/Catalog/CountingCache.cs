using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>A host's own cache that counts how often an answer had to be computed.</summary>
internal sealed class CountingCache(HybridCache inner) : HybridCache
{
    private int _computed;

    public int Computed => _computed;

    /// <summary>Puts itself before the cache that the host registered.</summary>
    public static void Add(IServiceCollection services)
    {
        var own = services.Single(service => service.ServiceType == typeof(HybridCache));
        services.Remove(own);
        services.AddSingleton<HybridCache>(provider => new CountingCache((HybridCache)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!)));
    }

    public override ValueTask<T> GetOrCreateAsync<TState, T>(
        string key, TState state, Func<TState, CancellationToken, ValueTask<T>> factory, HybridCacheEntryOptions? options, IEnumerable<string>? tags, CancellationToken cancellationToken) =>
        inner.GetOrCreateAsync(
            key,
            state,
            (given, token) =>
            {
                Interlocked.Increment(ref _computed);
                return factory(given, token);
            },
            options,
            tags,
            cancellationToken);

    public override ValueTask SetAsync<T>(string key, T value, HybridCacheEntryOptions? options, IEnumerable<string>? tags, CancellationToken cancellationToken) =>
        inner.SetAsync(key, value, options, tags, cancellationToken);

    public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => inner.RemoveAsync(key, cancellationToken);

    public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken) => inner.RemoveByTagAsync(tag, cancellationToken);
}
