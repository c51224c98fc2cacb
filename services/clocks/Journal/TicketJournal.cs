using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>The journals of the tickets. Safe for concurrent use.</summary>
internal sealed class TicketJournal(
    [FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis,
    JournalGate gate,
    ClockMetrics metrics,
    IOptions<JournalOptions> options)
{
    private IDatabase Database => redis.GetDatabase();

    /// <summary>How many records are held one by one before a snapshot stands for them.</summary>
    public int SnapshotEvery => options.Value.SnapshotEvery;

    /// <summary>What Redis holds now; records read from another are out of date.</summary>
    public JournalContents Contents => gate.Contents;

    /// <summary>The ticket's record, since its snapshot where there is one; empty when there is no such ticket.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    /// <exception cref="JournalFormatException">A record is of another version.</exception>
    public async Task<TicketRecord> Load(string ticketId)
    {
        // A ticket without a snapshot is hardly ever longer than what is read here beside it: one round trip.
        var (snapshot, head) = await JournalSpans.Trace(redis, "LRANGE", "journal", ticketId, () => gate.Read(async () =>
        {
            var stored = Database.StringGetAsync(JournalKeys.Snapshot(ticketId));
            var first = Database.ListRangeAsync(JournalKeys.Journal(ticketId), 0, SnapshotEvery - 1);
            return (await stored, await first);
        }));
        return !snapshot.IsNull && SnapshotCodec.Read((byte[])snapshot!) is { } known && known.Fold == ClockFold.Version
            && await Since(ticketId, known) is { } record ? record
            : head.Length < SnapshotEvery ? TicketRecord.Of(ticketId, Decode(head))
            : await LoadWhole(ticketId);
    }

    /// <summary>The ticket's record from all of its journal.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    /// <exception cref="JournalFormatException">A record is of another version.</exception>
    public async Task<TicketRecord> LoadWhole(string ticketId) => TicketRecord.Of(ticketId, await Read(ticketId, 0, -1));

    /// <summary>Records of the ticket's journal.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="first">The place of the first record wanted, from 0.</param>
    /// <param name="last">The place of the last, inclusive; -1 for the journal's last.</param>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    /// <exception cref="JournalFormatException">A record is of another version.</exception>
    public async Task<ImmutableArray<JournalEntry>> Read(string ticketId, int first, int last)
    {
        return Decode(await JournalSpans.Trace(redis, "LRANGE", "journal", ticketId, () =>
            gate.Read(() => Database.ListRangeAsync(JournalKeys.Journal(ticketId), first, last))));
    }

    /// <summary>The first record of a ticket's journal; null when there is no such ticket.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    /// <exception cref="JournalFormatException">The record is of another version.</exception>
    public async Task<JournalEntry.Told?> FindOpening(string ticketId)
    {
        var record = await gate.Read(() => Database.ListGetByIndexAsync(JournalKeys.Journal(ticketId), 0));
        return record.IsNull ? null : (JournalEntry.Told)EntryCodec.Read((byte[])record!);
    }

    /// <summary>How many records the ticket's journal has.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    public Task<long> Length(string ticketId)
    {
        return gate.Read(() => Database.ListLengthAsync(JournalKeys.Journal(ticketId)));
    }

    /// <summary>Whether a request id was used before, on whatever ticket.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    public async Task<RequestUse> FindUse(string ticketId, RequestMark request)
    {
        var found = await gate.Read(() => Task.WhenAll(
            Database.StringGetAsync(JournalKeys.Request(ticketId, request.Id)), Database.StringGetAsync(JournalKeys.Claim(request.Id))));
        var (own, claim) = ((string?)found[0], (string?)found[1]);
        return own is not null ? DigestOf(own) == request.Digest ? RequestUse.Repeat : RequestUse.OtherBody
            : claim is not null && claim != request.Digest ? RequestUse.OtherBody
            : RequestUse.New;
    }

    /// <summary>Stores a turn, all of it or nothing.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer; the turn may be stored or not.</exception>
    public async Task<AppendOutcome> Append(Append append)
    {
        gate.RequireOpen();
        var shard = Shards.Of(append.TicketId);
        if (append.Request is { } request && !await Claim(request))
        {
            return AppendOutcome.RequestReused;
        }

        var started = Stopwatch.GetTimestamp();
        var (keys, arguments) = (KeysOf(append, shard), Arguments(append));
        if (gate.ScriptsCanBeCut)
        {
            arguments[AppendScript.PackedAt] = PackedAppend.Write(keys, arguments);
        }

        var answer = await JournalSpans.Trace(redis, "EVALSHA", "append", append.TicketId, () =>
            RedisCalls.Reach(() => Database.ScriptEvaluateAsync(AppendScript.Text, keys, arguments)));
        metrics.Appended(Stopwatch.GetElapsedTime(started));
        var code = (int)((RedisResult[])answer!)[0];
        if (code == AppendScript.Appended)
        {
            Announce(append, shard);
        }
        else if (code == AppendScript.Unfinished)
        {
            await RedisCalls.Reach(async () =>
            {
                await UnfinishedAppends.Finish(Database, shard);
                return true;
            });
        }

        return code switch
        {
            AppendScript.Appended => AppendOutcome.Appended,
            AppendScript.Seen => AppendOutcome.Repeated,
            AppendScript.Reused => AppendOutcome.RequestReused,
            AppendScript.OtherLength or AppendScript.Unfinished => AppendOutcome.Conflict,
            _ => throw new JournalFormatException($"The append script answered {code}, which this version does not know."),
        };
    }

    private static ImmutableArray<JournalEntry> Decode(RedisValue[] records) => [.. records.Select(record => EntryCodec.Read((byte[])record!))];

    /// <summary>The record since a snapshot; null when the journal is shorter than it says or another, or a record since reaches back before it.</summary>
    private async Task<TicketRecord?> Since(string ticketId, TicketSnapshot snapshot)
    {
        // The last record that it stands for is read as well: it shows that the journal goes that far, and is the one that the snapshot was taken of.
        var records = await Read(ticketId, snapshot.Position - 1, -1);
        return records.Length > 0 && TimeOf(records[0]) == snapshot.Checkpoint.LastRecordTime && records.Skip(1).OfType<JournalEntry.Told>().All(told => snapshot.Checkpoint.Continues(told.Fact))
            ? TicketRecord.Of(ticketId, records[1..], snapshot)
            : null;
    }

    private static Instant TimeOf(JournalEntry entry) => entry switch
    {
        JournalEntry.Told told => told.Fact.RecordTime,
        JournalEntry.Raised raised => raised.Signal.RaisedTime,
        _ => throw new JournalFormatException($"{entry} is no known journal entry."),
    };

    private static string DigestOf(string mark) => mark[..mark.IndexOf('|', StringComparison.Ordinal)];

    private static RedisKey[] KeysOf(Append append, int shard) =>
    [
        JournalKeys.Journal(append.TicketId), JournalKeys.Due(shard), JournalKeys.Summary(shard), JournalKeys.Open(shard),
        JournalKeys.Ended(shard), JournalKeys.Outbox(shard), JournalKeys.OutboxLast(shard),
        JournalKeys.Request(append.TicketId, append.Request?.Id ?? ""), JournalKeys.Redo(shard), JournalKeys.Redone(shard),
        JournalKeys.Snapshot(append.TicketId), JournalKeys.OutboxTimes(shard),
    ];

    private RedisValue[] Arguments(Append append)
    {
        ImmutableArray<RedisValue> head =
        [
            append.TicketId,
            append.ExpectedLength,
            append.Request?.Digest ?? "",
            append.NextWake?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "",
            append.Summary?.Score ?? JournalKeys.NoDue,
            append.Summary is { Ended: true } ? 1 : 0,
            append.Summary is { } summary ? DigestCodec.Write(summary) : RedisValue.EmptyString,
            options.Value.EventsKept,
            (long)options.Value.RequestMemory.TotalSeconds,
            append.Records.Length,
            gate.ScriptsCanBeCut ? Guid.NewGuid().ToString("N") : "",
            "",
            "",
            append.Snapshot ?? RedisValue.EmptyString,
            append.Time?.ToUnixTimeMilliseconds() ?? RedisValue.EmptyString,
            (long)options.Value.EventsKeptFor.TotalMilliseconds,
        ];
        return [.. head, .. append.Records.Select(record => (RedisValue)record), .. append.Events.Select(entry => (RedisValue)entry)];
    }

    // The append sees its own shard only. A request id is claimed before it on all of them, so that it serves one body on one ticket; a request that is not
    // stored after all leaves a claim that the same body passes.
    private Task<bool> Claim(RequestMark request) => RedisCalls.Reach(async () =>
    {
        var key = JournalKeys.Claim(request.Id);
        return await Database.StringSetAsync(key, request.Digest, options.Value.RequestMemory, When.NotExists)
            || (string?)await Database.StringGetAsync(key) is not { } claimed || claimed == request.Digest;
    });

    // Not awaited: a lost announcement costs watchers a second.
    private void Announce(Append append, int shard)
    {
        if (!append.Events.IsEmpty)
        {
            _ = redis.GetSubscriber().PublishAsync(JournalKeys.OutboxGrew, shard, CommandFlags.FireAndForget);
        }
    }
}
