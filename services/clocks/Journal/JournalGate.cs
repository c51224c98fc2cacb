using System.Globalization;
using System.Security.Cryptography;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>Opens once the stored format and shard count are known to be this version's; before that nothing is read or written.</summary>
internal sealed class JournalGate
{
    private static readonly RedisValue[] Fields = ["format", "shards", "epoch"];

    private readonly IConnectionMultiplexer redis;
    private readonly Lock changing = new();
    private volatile Opened? opened;
    private long attempts;
    private int failures;

    public JournalGate([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis)
    {
        this.redis = redis;
        redis.ConnectionFailed += (_, _) => Interlocked.Increment(ref failures);
    }

    /// <summary>Names this Redis' contents: another one after a flush.</summary>
    public Guid Epoch => opened?.Epoch ?? throw new JournalUnavailableException("The journal is not open yet.");

    /// <summary>What Redis holds now. What was read from another is no ground to write on.</summary>
    public JournalContents Contents => new(opened?.Epoch, Volatile.Read(ref failures));

    /// <summary>Whether the journal may be used.</summary>
    public bool IsOpen => opened is not null;

    /// <summary>Whether a crash of this Redis can leave a part of a script: what it left is finished before the journal is used again.</summary>
    public bool ScriptsCanBeCut { get; private set; }

    /// <summary>Refuses work before the journal is open, and at once while the connection is lost: the client would wait seconds for it otherwise.</summary>
    /// <exception cref="JournalUnavailableException">It is not open yet, or the connection is lost.</exception>
    public void RequireOpen()
    {
        _ = Epoch;
        if (!redis.IsConnected)
        {
            throw new JournalUnavailableException("The connection to Redis is lost.");
        }

        RequireFinished();
    }

    /// <summary>Reads from the journal while it is open.</summary>
    /// <exception cref="JournalUnavailableException">It is not open, Redis did not answer, or the answer may show an append that a crash left half done.</exception>
    public async Task<T> Read<T>(Func<Task<T>> call)
    {
        RequireOpen();
        var answer = await RedisCalls.Reach(call);
        // The client may have sent the call over a new connection, to a server that came back from a crash.
        RequireFinished();
        return answer;
    }

    /// <summary>Reads what the epoch names: after a lost connection not before the epoch was read again, for positions of another epoch mean other events.</summary>
    /// <exception cref="JournalUnavailableException">It is not open, Redis did not answer, or what it holds may be another meanwhile.</exception>
    public async Task<T> ReadOfEpoch<T>(Func<Task<T>> call)
    {
        var contents = Contents;
        RequireKnown(contents);
        var answer = await Read(call);
        RequireKnown(contents);
        return answer;
    }

    /// <summary>
    /// Reads what is stored, writing this version's where nothing is: a Redis that is full or read-only can still be opened. After a lost connection it finishes
    /// what a crash left half done; so it must be called again and again.
    /// </summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    /// <exception cref="JournalFormatException">Another format or shard count is stored.</exception>
    public async Task Open()
    {
        var database = redis.GetDatabase();
        var (attempt, seen) = (Interlocked.Increment(ref attempts), Volatile.Read(ref failures));
        var stored = await RedisCalls.Reach(async () =>
        {
            if (FinishedAt != seen)
            {
                await FinishAppends(database);
            }

            var found = await database.HashGetAsync(JournalKeys.Clock, Fields);
            return found.Any(value => value.IsNull) ? await Begin(database) : found;
        });
        Require("format", stored[0], JournalKeys.Format);
        Require("shard count", stored[1], Shards.Count);
        Take(new Opened(attempt, Guid.ParseExact((string)stored[2]!, "N"), seen));
    }

    /// <summary>Gives this Redis' contents a new name, because an older copy was restored. Whoever says so of the same name gives the same new one.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    public async Task Renew(Guid known)
    {
        var next = new Guid(SHA256.HashData(known.ToByteArray()).AsSpan(0, 16));
        await RedisCalls.Reach(() => redis.GetDatabase().HashSetAsync(JournalKeys.Clock, "epoch", next.ToString("N", CultureInfo.InvariantCulture)));
        await Open();
    }

    // Several look at a time; what one saw that began earlier does not replace what a later one saw.
    private void Take(Opened seen)
    {
        lock (changing)
        {
            opened = opened is { } known && known.Attempt > seen.Attempt ? known : seen;
        }
    }

    private static async Task<RedisValue[]> Begin(IDatabase database)
    {
        await database.HashSetAsync(JournalKeys.Clock, "format", JournalKeys.Format, When.NotExists);
        await database.HashSetAsync(JournalKeys.Clock, "shards", Shards.Count, When.NotExists);
        await database.HashSetAsync(JournalKeys.Clock, "epoch", Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture), When.NotExists);
        var begun = await database.HashGetAsync(JournalKeys.Clock, Fields);
        return begun.Any(value => value.IsNull) ? throw new JournalUnavailableException("What Redis holds went away while the journal was begun.") : begun;
    }

    private void RequireFinished()
    {
        if (ScriptsCanBeCut && FinishedAt != Volatile.Read(ref failures))
        {
            throw new JournalUnavailableException("The connection to Redis was lost; what a crash may have left half done is finished first.");
        }
    }

    private void RequireKnown(JournalContents contents)
    {
        if (FinishedAt != contents.ConnectionsLost || contents != Contents)
        {
            throw new JournalUnavailableException("The connection to Redis was lost; whether it holds the same as before is looked at first.");
        }
    }

    private async Task FinishAppends(IDatabase database)
    {
        ScriptsCanBeCut = await UnfinishedAppends.ArePossible(database);
        if (ScriptsCanBeCut)
        {
            await UnfinishedAppends.FinishAll(database);
        }
    }

    private int FinishedAt => opened?.FinishedAt ?? -1;

    private static void Require(string what, RedisValue stored, int expected)
    {
        if (stored != expected)
        {
            throw new JournalFormatException($"Redis holds a journal of {what} {stored}, this version works with {expected}; use the version that wrote it, or another Redis.");
        }
    }

    /// <summary>What a look at Redis found.</summary>
    /// <param name="Attempt">Which look it was.</param>
    /// <param name="Epoch">The name of the contents.</param>
    /// <param name="FinishedAt">How many connections had been lost when what a crash left half done was finished.</param>
    private sealed record Opened(long Attempt, Guid Epoch, int FinishedAt);
}
