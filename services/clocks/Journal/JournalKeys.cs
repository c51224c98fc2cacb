using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>
/// The clock's keys in Redis. All keys of a shard share the hash tag {s0} to {s63}, so that one script may write them on a cluster; 1 is the format version.
/// <code>
/// sla:clock                            hash    format, shards, epoch: written once, compared at every start
/// sla:1:policy:{sha256}                string  a canonical policy document that tickets run under; never expires
/// sla:1:claim:{request}                string  digest of the body a request id was used for, on whatever shard; 24 h
/// sla:1:{s0}:journal:{ticket}          list    the ticket's facts and signals in the order of record; the position from 1 is the sequence
/// sla:1:{s0}:snapshot:{ticket}         string  what the first records of the journal come to, for one version of the fold; may be missing
/// sla:1:{s0}:request:{request}         string  digest|length of the journal after the request; 24 h
/// sla:1:{s0}:due                       zset    ticket by next wake (Unix milliseconds); only tickets with a pending wake
/// sla:1:{s0}:summary                   hash    ticket to what a list shows of it
/// sla:1:{s0}:open                      zset    ticket not closed or merged, by next due time (Unix milliseconds, or <see cref="NoDue"/>)
/// sla:1:{s0}:ended                     zset    ticket closed or merged, by <see cref="NoDue"/> plus the end (Unix milliseconds); in old entries <see cref="NoDue"/>
/// sla:1:{s0}:outbox                    zset    sequence:event by sequence; the newest only, see <see cref="JournalOptions"/>
/// sla:1:{s0}:outbox:last               string  the sequence given last
/// sla:1:{s0}:outbox:times              list    Unix milliseconds:sequence given last at that time; oldest first, a new one every 64th of the time kept
/// sla:1:{s0}:redo                      hash    the shard's last append, whole, with the length and sequence it began at; only where a crash can leave a part of a script
/// sla:1:{s0}:redone                    string  the id of the last append of which everything is stored
/// sla:1:{s0}:computed                  hash    versions of tzdb and engine that the due index was computed with
/// sla:1:outbox                         channel the number of a shard whose outbox grew
/// </code>
/// Only <see cref="AppendScript"/> writes journal, snapshot, request, due, summary, open, ended, outbox, outbox:last, outbox:times, redo and redone.
/// </summary>
internal static class JournalKeys
{
    /// <summary>The version of this layout and of the records.</summary>
    public const int Format = 1;

    /// <summary>The score of a ticket without a due time: after every due time that a timestamp can say.</summary>
    public const long NoDue = 253_402_300_800_000;

    /// <summary>After every place in a list.</summary>
    public const long LastScore = 2 * NoDue;

    public static readonly RedisKey Clock = "sla:clock";

    public static readonly RedisChannel OutboxGrew = RedisChannel.Literal("sla:1:outbox");

    public static RedisKey Policy(string contentHash) => $"sla:1:policy:{contentHash}";

    public static RedisKey Claim(string requestId) => $"sla:1:claim:{requestId}";

    public static RedisKey Journal(string ticketId) => Of(Shards.Of(ticketId), "journal:" + ticketId);

    public static RedisKey Snapshot(string ticketId) => Of(Shards.Of(ticketId), "snapshot:" + ticketId);

    public static RedisKey Request(string ticketId, string requestId) => Of(Shards.Of(ticketId), "request:" + requestId);

    public static RedisKey Due(int shard) => Of(shard, "due");

    public static RedisKey Summary(int shard) => Of(shard, "summary");

    public static RedisKey Open(int shard) => Of(shard, "open");

    public static RedisKey Ended(int shard) => Of(shard, "ended");

    public static RedisKey Outbox(int shard) => Of(shard, "outbox");

    public static RedisKey OutboxLast(int shard) => Of(shard, "outbox:last");

    public static RedisKey OutboxTimes(int shard) => Of(shard, "outbox:times");

    public static RedisKey Redo(int shard) => Of(shard, "redo");

    public static RedisKey Redone(int shard) => Of(shard, "redone");

    public static RedisKey Computed(int shard) => Of(shard, "computed");

    private static RedisKey Of(int shard, string name) => $"sla:1:{{s{shard}}}:{name}";
}
