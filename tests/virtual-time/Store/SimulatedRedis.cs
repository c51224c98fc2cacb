using System.Collections.Immutable;
using System.Globalization;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>One Redis for all silos: durable over its own restarts, yet it can be flushed, or restored from an older copy as the runbook says: with a new epoch.</summary>
internal sealed class SimulatedRedis(Sabotage sabotage)
{
    private const int OneIn = 7;

    private (Keyspace Keys, ImmutableList<OutboxEvent> Outbox)? copy;
    private int counted;

    public Keyspace Keys { get; private set; } = new();

    public bool IsUp { get; set; } = true;

    /// <summary>How often its contents went away.</summary>
    public int Era { get; private set; }

    /// <summary>Every event ever written, those that are no longer kept too.</summary>
    public ImmutableList<OutboxEvent> Outbox { get; private set; } = [];

    public bool HasCopy => copy is not null;

    public void TakeCopy() => copy = (Keys.Copy(), Outbox);

    public void Restore() => Begin(copy!.Value.Keys.Copy(), copy.Value.Outbox);

    public void Flush() => Begin(new Keyspace(), []);

    /// <summary>The keys as a reader of one of them sees them.</summary>
    public Keyspace Visible(string key) => sabotage == Sabotage.HiddenWakes && key.EndsWith("}:due", StringComparison.Ordinal) ? new Keyspace() : Keys;

    /// <summary>Runs a script with nothing between its commands.</summary>
    public object? Run(string text, string[] keys, string[] arguments)
    {
        if (sabotage == Sabotage.UnwrittenAppends && Counts())
        {
            return new object?[] { (long)AppendScript.Appended, 0L };
        }

        return Scripts.Run(text, keys, arguments, call => Call(call, arguments));
    }

    private object? Call(string[] call, string[] arguments)
    {
        if (Sabotaged(call, arguments) is { } instead)
        {
            return instead.Answer;
        }

        var answer = ScriptCommands.Call(Keys, call);
        if (call[0] == "ZADD" && Names(call, "outbox"))
        {
            Note(call);
        }

        return answer;
    }

    private void Note(string[] call)
    {
        var shard = int.Parse(call[1].AsSpan(call[1].IndexOf('{') + 2, call[1].IndexOf('}') - call[1].IndexOf('{') - 2), CultureInfo.InvariantCulture);
        foreach (var pair in call[2..].Chunk(2))
        {
            Outbox = Outbox.Add(new OutboxEvent(shard, long.Parse(pair[0], CultureInfo.InvariantCulture), Bytes.From(pair[1][(pair[1].IndexOf(':') + 1)..])));
        }
    }

    private Answered? Sabotaged(string[] call, string[] arguments) => (sabotage, call[0]) switch
    {
        (Sabotage.IgnoredLength, "LLEN") when call[1].Contains(":journal:", StringComparison.Ordinal) => new(long.Parse(arguments[1], CultureInfo.InvariantCulture)),
        (Sabotage.ForgottenRequests, "SET") when call[1].Contains(":request:", StringComparison.Ordinal) => new("OK"),
        (Sabotage.LostRetractions, "RPUSH") when call[2].Contains("etract", StringComparison.Ordinal) => new(0L),
        (Sabotage.LostWakes, "ZADD") when Names(call, "due") && Counts() => new(0L),
        (Sabotage.StaleWakes, "ZREM") when Names(call, "due") => new(0L),
        (Sabotage.LostEvents, "ZADD") when Names(call, "outbox") && Counts() => new(0L),
        (Sabotage.RepeatedSequences, "INCRBY") when Names(call, "outbox:last") && Counts() =>
            new(Math.Max(1, long.Parse(Keys.Get(call[1]) ?? "0", CultureInfo.InvariantCulture))),
        (Sabotage.StaleLists, "ZREM") when Names(call, "open") => new(0L),
        _ => null,
    };

    private static bool Names(string[] call, string name) => call[1].EndsWith("}:" + name, StringComparison.Ordinal);

    private bool Counts() => ++counted % OneIn == 0;

    private void Begin(Keyspace keys, ImmutableList<OutboxEvent> outbox)
    {
        var epoch = Keys.Hash(JournalKeys.Clock!).GetValueOrDefault("epoch");
        (Keys, Outbox) = (keys, outbox);
        Era++;
        Keys.DeleteField(JournalKeys.Clock!, "epoch");
        if (sabotage == Sabotage.KeptEpoch && epoch is not null)
        {
            Keys.SetField(JournalKeys.Clock!, "epoch", epoch);
        }
    }

    private sealed record Answered(object? Answer);
}
