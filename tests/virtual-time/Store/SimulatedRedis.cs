using System.Globalization;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Lives;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>One Redis for all silos: durable over its own restarts, yet it can crash in a script, be flushed, or be restored from an older copy as the runbook says: with a new epoch.</summary>
internal sealed class SimulatedRedis(StoreTerms terms, Sabotage sabotage, Tally tally)
{
    private const int OneIn = 7;
    private const int AgainAt = AppendScript.PackedAt + 1;

    private (Keyspace Keys, WrittenEvents Events)? copy;
    private int counted;
    private int? writesLeft;
    private int written;

    /// <summary>It crashed: nobody hears of what was under way.</summary>
    public event Action? Crashed;

    public StoreTerms Terms => terms;

    public Keyspace Keys { get; private set; } = new();

    public WrittenEvents Events { get; private set; } = WrittenEvents.None;

    public bool IsUp { get; set; } = true;

    /// <summary>How often its contents went away.</summary>
    public int Era { get; private set; }

    /// <summary>How often its process began anew: what was sent to one before is lost.</summary>
    public int Starts { get; private set; }

    public bool HasCopy => copy is not null;

    public void TakeCopy() => copy = (Keys.Copy(), Events);

    public void Restore()
    {
        Starts++;
        Begin(copy!.Value.Keys.Copy(), copy.Value.Events);
    }

    public void Flush() => Begin(new Keyspace(), WrittenEvents.None);

    /// <summary>The next script is its last: as many of its writes are kept; all of them, when it has fewer.</summary>
    public void CrashSoon(int writes) => writesLeft = writes;

    /// <summary>No crash is to come.</summary>
    public void Spare() => writesLeft = null;

    /// <summary>Whether a crash left an append of the shard half done.</summary>
    public bool IsCut(int shard) => Keys.Hash(JournalKeys.Redo(shard)!).GetValueOrDefault("id") is { } last && last != Keys.Get(JournalKeys.Redone(shard)!);

    /// <summary>The keys as a command of a client sees them.</summary>
    public Keyspace Seen(ClientCall call)
    {
        var key = call.Key;
        if (call.Reads && ShardKeys.ShardOf(key) is { } shard && !ShardKeys.Names(key, "redo") && !ShardKeys.Names(key, "redone"))
        {
            Assert.False(IsCut(shard), $"{call.Name} {key}: what a crash left half done is finished before anything is read.");
        }

        if (call.Name == "ListRangeAsync" && ShardKeys.IsOf(key, "journal"))
        {
            // What is loaded from a snapshot is read from the last record that it stands for, and no snapshot stands for only one.
            tally.Count(Happening.SnapshotRead, call.Whole("start") > 0 ? 1 : 0);
            tally.Count(Happening.WholeRead, call.Whole("start") == 0 && call.Whole("stop") < 0 ? 1 : 0);
        }

        return sabotage == Sabotage.HiddenWakes && ShardKeys.Names(key, "due") ? new Keyspace() : Keys;
    }

    /// <summary>Runs a script with nothing between its commands.</summary>
    public object? Run(string text, string[] keys, string[] arguments)
    {
        if (sabotage == Sabotage.UnwrittenAppends && Counts())
        {
            return new object?[] { (long)AppendScript.Appended, 0L };
        }

        written = 0;
        try
        {
            var answer = Scripts.Run(text, keys, arguments, call => Call(call, arguments));
            if (answer is object?[] and [(long)AppendScript.Appended, long and > 0])
            {
                tally.Count(IsAgain(arguments) ? Happening.FinishedScript : Happening.Append);
            }

            if (writesLeft is not null)
            {
                Crash();
            }

            return answer;
        }
        catch (InvalidOperationException e) when (e.InnerException is CrashException)
        {
            tally.Count(Happening.CutScript, written > 0 ? 1 : 0);
            Crash();
            return null;
        }
    }

    private object? Call(string[] call, string[] arguments)
    {
        if (WriteCommands.Has(call))
        {
            if (writesLeft-- == 0)
            {
                throw new CrashException();
            }

            written++;
        }

        if (Sabotaged(call, arguments) is { } instead)
        {
            return instead.Answer;
        }

        Note(call, arguments);
        return ScriptCommands.Call(Keys, call);
    }

    private void Note(string[] call, string[] arguments)
    {
        switch (call[0])
        {
            case "ZADD" when ShardKeys.Names(call[1], "outbox"):
                Events = Events.With(call, IsAgain(arguments));
                break;
            case "ZREMRANGEBYRANK" when ShardKeys.Names(call[1], "outbox"):
                var going = Keys.Sorted(call[1]).ByRank(long.Parse(call[2], CultureInfo.InvariantCulture), long.Parse(call[3], CultureInfo.InvariantCulture));
                Events = Events.Without(call[1], going);
                tally.Count(Happening.TrimmedEvent, going.Length);
                break;
            case "SET" when ShardKeys.IsOf(call[1], "snapshot"):
                tally.Count(Happening.SnapshotWritten);
                break;
        }
    }

    private void Crash()
    {
        writesLeft = null;
        IsUp = false;
        tally.Count(Happening.Crash);
        Crashed?.Invoke();
        Starts++;
    }

    private Answered? Sabotaged(string[] call, string[] arguments) => (sabotage, call[0]) switch
    {
        (Sabotage.IgnoredLength, "LLEN") when ShardKeys.IsOf(call[1], "journal") => new(long.Parse(arguments[1], CultureInfo.InvariantCulture)),
        (Sabotage.ForgottenRequests, "SET") when ShardKeys.IsOf(call[1], "request") => new("OK"),
        (Sabotage.LostRetractions, "RPUSH") when call[2].Contains("etract", StringComparison.Ordinal) => new(0L),
        (Sabotage.LostWakes, "ZADD") when ShardKeys.Names(call[1], "due") && Counts() => new(0L),
        (Sabotage.StaleWakes, "ZREM") when ShardKeys.Names(call[1], "due") => new(0L),
        (Sabotage.LostEvents, "ZADD") when ShardKeys.Names(call[1], "outbox") && Counts() => new(0L),
        (Sabotage.RepeatedSequences, "INCRBY") when ShardKeys.Names(call[1], "outbox:last") && Counts() =>
            new(Math.Max(1, long.Parse(Keys.Get(call[1]) ?? "0", CultureInfo.InvariantCulture))),
        (Sabotage.StaleLists, "ZREM") when ShardKeys.Names(call[1], "open") => new(0L),
        _ => null,
    };

    private static bool IsAgain(string[] arguments) => arguments[AgainAt] == "1";

    private bool Counts() => ++counted % OneIn == 0;

    private void Begin(Keyspace keys, WrittenEvents events)
    {
        var epoch = Keys.Hash(JournalKeys.Clock!).GetValueOrDefault("epoch");
        (Keys, Events) = (keys, events);
        Era++;
        Keys.DeleteField(JournalKeys.Clock!, "epoch");
        if (sabotage == Sabotage.KeptEpoch && epoch is not null)
        {
            Keys.SetField(JournalKeys.Clock!, "epoch", epoch);
        }
    }

    private sealed record Answered(object? Answer);
}
