using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>The policy documents that tickets run under, by content hash, without expiry: a wake never needs the catalog.</summary>
internal sealed class PolicyShelf([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis, JournalGate gate)
{
    /// <summary>The canonical document, or null when none with this hash was stored.</summary>
    public async Task<byte[]?> Find(string contentHash)
    {
        return (byte[]?)await gate.Read(() => redis.GetDatabase().StringGetAsync(JournalKeys.Policy(contentHash)));
    }

    /// <summary>Whether a document with this hash is stored.</summary>
    public Task<bool> Has(string contentHash)
    {
        return gate.Read(() => redis.GetDatabase().KeyExistsAsync(JournalKeys.Policy(contentHash)));
    }

    /// <summary>Stores a document; the same one again changes nothing.</summary>
    public async Task Store(string contentHash, byte[] document)
    {
        await gate.Read(() => redis.GetDatabase().StringSetAsync(JournalKeys.Policy(contentHash), document, when: When.NotExists));
    }
}
