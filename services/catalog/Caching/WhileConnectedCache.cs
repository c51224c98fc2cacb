using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace SlaPlatform.Catalog.Caching;

/// <summary>A cache in Redis that is passed over while Redis is not connected: without this every miss would wait for the command timeout of 5 s.</summary>
internal sealed class WhileConnectedCache(IDistributedCache inner, IConnectionMultiplexer redis) : IDistributedCache
{
    public byte[]? Get(string key) => redis.IsConnected ? inner.Get(key) : null;

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => redis.IsConnected ? inner.GetAsync(key, token) : Task.FromResult<byte[]?>(null);

    public void Refresh(string key)
    {
        if (redis.IsConnected)
        {
            inner.Refresh(key);
        }
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => redis.IsConnected ? inner.RefreshAsync(key, token) : Task.CompletedTask;

    public void Remove(string key)
    {
        if (redis.IsConnected)
        {
            inner.Remove(key);
        }
    }

    public Task RemoveAsync(string key, CancellationToken token = default) => redis.IsConnected ? inner.RemoveAsync(key, token) : Task.CompletedTask;

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        if (redis.IsConnected)
        {
            inner.Set(key, value, options);
        }
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        redis.IsConnected ? inner.SetAsync(key, value, options, token) : Task.CompletedTask;
}
