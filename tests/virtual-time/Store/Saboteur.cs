using System.Globalization;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>Breaks one guarantee of the store.</summary>
internal sealed class Saboteur(Sabotage sabotage)
{
    private const int OneIn = 7;

    private readonly Dictionary<string, TicketSnapshot> snapshots = [];
    private int counted;

    public bool KeepsEpoch => sabotage == Sabotage.KeptEpoch;

    /// <summary>What is answered instead of running a script; null to run it.</summary>
    public object? InsteadOfScript(string[] keys, string[] arguments, Keyspace all)
    {
        if (sabotage == Sabotage.UnfinishedScripts && AppendArguments.IsAgain(arguments))
        {
            all.Set(keys[AppendArguments.RedoneKeyAt], AppendArguments.Id(arguments));
            return Appended;
        }

        return sabotage == Sabotage.UnwrittenAppends && Counts() ? Appended : null;
    }

    /// <summary>What a script's command does instead; null for what it should do.</summary>
    public Answered? Instead(string[] call, string[] arguments, Keyspace all) => (sabotage, call[0]) switch
    {
        (Sabotage.IgnoredLength, "LLEN") when ShardKeys.IsOf(call[1], "journal") => new(long.Parse(arguments[1], CultureInfo.InvariantCulture)),
        (Sabotage.ForgottenRequests, "SET") when ShardKeys.IsOf(call[1], "request") => new("OK"),
        (Sabotage.LostRetractions, "RPUSH") when call[2].Contains("etract", StringComparison.Ordinal) => new(0L),
        (Sabotage.LostWakes, "ZADD") when ShardKeys.Names(call[1], "due") && Counts() => new(0L),
        (Sabotage.StaleWakes, "ZREM") when ShardKeys.Names(call[1], "due") => new(0L),
        (Sabotage.LostEvents, "ZADD") when ShardKeys.Names(call[1], "outbox") && Counts() => new(0L),
        (Sabotage.RepeatedSequences, "INCRBY") when ShardKeys.Names(call[1], "outbox:last") && Counts() =>
            new(Math.Max(1, long.Parse(all.Get(call[1]) ?? "0", CultureInfo.InvariantCulture))),
        (Sabotage.StaleLists, "ZREM") when ShardKeys.Names(call[1], "open") => new(0L),
        _ => null,
    };

    /// <summary>The keys as a client sees them.</summary>
    public Keyspace Seen(ClientCall call, Keyspace all)
    {
        switch (sabotage)
        {
            case Sabotage.HiddenWakes when ShardKeys.Names(call.Key, "due"):
                return new Keyspace();
            case Sabotage.SilentTrim when call.Name == "SortedSetRangeByScoreWithScoresAsync" && ShardKeys.Names(call.Key, "outbox"):
                return Closed(call.Key, call.Number("start") + 1, all);
            case Sabotage.StaleSnapshot or Sabotage.ForeignSnapshot or Sabotage.IgnoredContinues
                when call.Name == "StringGetAsync" && ShardKeys.IsOf(call.Key, "snapshot") && all.Get(call.Key) is { } stored:
                var shown = new Keyspace();
                shown.Set(call.Key, Bytes.Of(SnapshotCodec.Write(InsteadOf(call.Key, SnapshotCodec.Read(Bytes.From(stored))!, all))));
                return shown;
            default:
                return all;
        }
    }

    private TicketSnapshot InsteadOf(string key, TicketSnapshot stored, Keyspace all)
    {
        if (sabotage == Sabotage.IgnoredContinues)
        {
            return stored with { Checkpoint = stored.Checkpoint with { Reached = stored.Checkpoint.Opening.EffectiveTime, IsOpenEnded = true } };
        }

        snapshots.TryAdd(key, stored);
        if ((sabotage == Sabotage.StaleSnapshot ? snapshots[key] : snapshots.FirstOrDefault(entry => entry.Key != key).Value) is not { } other)
        {
            return stored;
        }

        var journal = all.List(key.Replace(":snapshot:", ":journal:", StringComparison.Ordinal));
        var last = EntryCodec.Read(Bytes.From(journal[^1])) switch
        {
            JournalEntry.Told told => told.Fact.RecordTime,
            JournalEntry.Raised raised => raised.Signal.RaisedTime,
            var entry => throw new InvalidOperationException($"{entry} is no known journal entry."),
        };
        return other with { Position = journal.Count, Checkpoint = other.Checkpoint with { LastRecordTime = last } };
    }

    // The oldest event left is given the number that was asked for.
    private static Keyspace Closed(string key, double wanted, Keyspace all)
    {
        var shown = new Keyspace();
        foreach (var (place, (score, member)) in all.Sorted(key).All.Index())
        {
            shown.AddMember(key, member, place == 0 ? Math.Min(score, wanted) : score);
        }

        return shown;
    }

    private static object?[] Appended => [(long)AppendScript.Appended, 0L];

    private bool Counts() => ++counted % OneIn == 0;

    /// <summary>An answer, which may be null.</summary>
    internal sealed record Answered(object? Answer);
}
