using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
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

    /// <summary>The ticket's record; empty when there is no such ticket.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    /// <exception cref="JournalFormatException">A record is of another version.</exception>
    public async Task<TicketRecord> Load(string ticketId)
    {
        gate.RequireOpen();
        var records = await RedisCalls.Reach(() => Database.ListRangeAsync(JournalKeys.Journal(ticketId)));
        return TicketRecord.Of(ticketId, records.Select(record => EntryCodec.Read((byte[])record!)));
    }

    /// <summary>How many records the ticket's journal has.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    public Task<long> Length(string ticketId)
    {
        gate.RequireOpen();
        return RedisCalls.Reach(() => Database.ListLengthAsync(JournalKeys.Journal(ticketId)));
    }

    /// <summary>Whether a request id was used before, on whatever ticket.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    public async Task<RequestUse> FindUse(string ticketId, RequestMark request)
    {
        gate.RequireOpen();
        var here = Database.StringGetAsync(JournalKeys.Request(ticketId, request.Id));
        var anywhere = Database.StringGetAsync(JournalKeys.Claim(request.Id));
        var found = await RedisCalls.Reach(() => Task.WhenAll(here, anywhere));
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
        var answer = await RedisCalls.Reach(() => Database.ScriptEvaluateAsync(AppendScript.Text, KeysOf(append, shard), Arguments(append)));
        metrics.Appended(Stopwatch.GetElapsedTime(started));
        var code = (int)((RedisResult[])answer!)[0];
        if (code == AppendScript.Appended)
        {
            Announce(append, shard);
        }

        return code switch
        {
            AppendScript.Appended => AppendOutcome.Appended,
            AppendScript.Seen => AppendOutcome.Repeated,
            AppendScript.Reused => AppendOutcome.RequestReused,
            AppendScript.OtherLength => AppendOutcome.Conflict,
            _ => throw new JournalFormatException($"The append script answered {code}, which this version does not know."),
        };
    }

    private static string DigestOf(string mark) => mark[..mark.IndexOf('|', StringComparison.Ordinal)];

    private static RedisKey[] KeysOf(Append append, int shard) =>
    [
        JournalKeys.Journal(append.TicketId), JournalKeys.Due(shard), JournalKeys.Summary(shard), JournalKeys.Open(shard),
        JournalKeys.Ended(shard), JournalKeys.Outbox(shard), JournalKeys.OutboxLast(shard),
        JournalKeys.Request(append.TicketId, append.Request?.Id ?? ""),
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
