using System.Globalization;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Lives;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>One Redis for all silos: durable over its own restarts, yet it can crash in a script, be flushed, or be restored from an older copy as the runbook says: with a new epoch.</summary>
internal sealed class SimulatedRedis(StoreTerms terms, Sabotage sabotage, Tally tally)
{
    private readonly Saboteur saboteur = new(sabotage);
    private (Keyspace Keys, WrittenEvents Events)? copy;
    private int? writesLeft;
    private int written;
    private PendingCall? serving;

    /// <summary>It crashes: nobody hears of what was under way. Whoever hears of it may start it again at once.</summary>
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

    /// <summary>Serves a command.</summary>
    public void Serve(PendingCall call)
    {
        serving = call;
        call.Serve(this);
    }

    /// <summary>The keys as a command of a client sees them.</summary>
    public Keyspace Seen(ClientCall call)
    {
        var key = call.Key;
        if (call.Reads && ShardKeys.ShardOf(key) is { } shard && !ShardKeys.Names(key, "redo") && !ShardKeys.Names(key, "redone"))
        {
            // The client may send what waits over the next connection before the service knows of it: then it is the answer that must not count.
            Assert.True(serving!.ChangedConnection || !IsCut(shard), $"{call.Name} {key}: what a crash left half done is finished before anything is read.");
        }

        if (call.Name == "ListRangeAsync" && ShardKeys.IsOf(key, "journal"))
        {
            // What is loaded from a snapshot is read from the last record that it stands for, and no snapshot stands for only one.
            tally.Count(Happening.SnapshotRead, call.Whole("start") > 0 ? 1 : 0);
            tally.Count(Happening.WholeRead, call.Whole("start") == 0 && call.Whole("stop") < 0 ? 1 : 0);
        }

        return saboteur.Seen(call, Keys);
    }

    /// <summary>Runs a script with nothing between its commands.</summary>
    public object? Run(string text, string[] keys, string[] arguments)
    {
        if (saboteur.InsteadOfScript(keys, arguments, Keys) is { } unscripted)
        {
            return unscripted;
        }

        written = 0;
        try
        {
            var answer = Scripts.Run(text, keys, arguments, call => Call(call, arguments));
            if (answer is object?[] and [(long)AppendScript.Appended, long and > 0])
            {
                tally.Count(AppendArguments.IsAgain(arguments) ? Happening.FinishedScript : Happening.Append);
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

        if (saboteur.Instead(call, arguments, Keys) is { } instead)
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
                Events = Events.With(call, AppendArguments.IsAgain(arguments));
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

    private void Begin(Keyspace keys, WrittenEvents events)
    {
        var epoch = Keys.Hash(JournalKeys.Clock!).GetValueOrDefault("epoch");
        (Keys, Events) = (keys, events);
        Era++;
        Keys.DeleteField(JournalKeys.Clock!, "epoch");
        if (saboteur.KeepsEpoch && epoch is not null)
        {
            Keys.SetField(JournalKeys.Clock!, "epoch", epoch);
        }
    }
}
