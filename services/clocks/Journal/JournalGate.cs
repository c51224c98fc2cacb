using System.Globalization;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>Opens once the stored format and shard count are known to be this version's; before that nothing is read or written.</summary>
internal sealed class JournalGate([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis)
{
    private Guid? epoch;

    /// <summary>Names this Redis' contents: another one after a flush.</summary>
    public Guid Epoch => epoch ?? throw new JournalUnavailableException("The journal is not open yet.");

    /// <summary>Whether the journal may be used.</summary>
    public bool IsOpen => epoch is not null;

    /// <summary>Refuses work before the journal is open, and at once while the connection is lost: the client would wait seconds for it otherwise.</summary>
    /// <exception cref="JournalUnavailableException">It is not open yet, or the connection is lost.</exception>
    public void RequireOpen()
    {
        _ = Epoch;
        if (!redis.IsConnected)
        {
            throw new JournalUnavailableException("The connection to Redis is lost.");
        }
    }

    /// <summary>Reads what is stored, writing this version's where nothing is.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    /// <exception cref="JournalFormatException">Another format or shard count is stored.</exception>
    public async Task Open()
    {
        var database = redis.GetDatabase();
        var stored = await RedisCalls.Reach(async () =>
        {
            await database.HashSetAsync(JournalKeys.Clock, "format", JournalKeys.Format, When.NotExists);
            await database.HashSetAsync(JournalKeys.Clock, "shards", Shards.Count, When.NotExists);
            await database.HashSetAsync(JournalKeys.Clock, "epoch", Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture), When.NotExists);
            return await database.HashGetAsync(JournalKeys.Clock, ["format", "shards", "epoch"]);
        });
        Require("format", stored[0], JournalKeys.Format);
        Require("shard count", stored[1], Shards.Count);
        epoch = Guid.ParseExact((string)stored[2]!, "N");
    }

    private static void Require(string what, RedisValue stored, int expected)
    {
        if (stored != expected)
        {
            throw new JournalFormatException($"Redis holds a journal of {what} {stored}, this version works with {expected}; use the version that wrote it, or another Redis.");
        }
    }
}
