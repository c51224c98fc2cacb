using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>
/// The durable store of one ticket as one atomic script writes it: the record, which request wrote which facts, and the due index.
/// It refuses a wrong expected length and knows the requests it has seen.
/// </summary>
internal sealed class Journal(PlanBook book, Dice dice)
{
    private readonly Dictionary<string, ImmutableArray<RecordedFact>> requests = [];
    private Memory? snapshot;

    public TicketLog Log { get; private set; } = TicketLog.Empty("t-1");

    /// <summary>The facts as they were appended together, in order.</summary>
    public List<ImmutableArray<RecordedFact>> Turns { get; } = [];

    /// <summary>When the ticket must be woken, or null.</summary>
    public Instant? Due { get; private set; }

    public int Length => Log.Facts.Count + Log.Signals.Count;

    /// <summary>The whole record.</summary>
    public Memory Whole => new(Log, Length);

    public bool HasSeen(string request) => requests.ContainsKey(request);

    /// <summary>What a reader loads: the snapshot, if there is one, and what was appended since; the whole when a fact since reaches back before it.</summary>
    public Memory Load() =>
        snapshot is { Log: { Since: { } since } kept } && Log.Facts.Skip(since.FactCount).All(since.Continues)
            ? new(kept.Append(Log.Facts.Skip(since.FactCount), Log.Signals.Skip(snapshot.Length - since.FactCount)), Length)
            : Whole;

    /// <summary>False when somebody else has written since the writer read; nothing is written then.</summary>
    public bool Append(int expectedLength, string? request, Turn turn)
    {
        if (expectedLength != Length)
        {
            return false;
        }

        if (request is not null)
        {
            Assert.True(requests.TryAdd(request, turn.Facts), "A request is written once.");
            Turns.Add(turn.Facts);
        }

        Log = new TicketLog(Log.TicketId, Log.Facts.AddRange(turn.Facts), Log.Signals.AddRange(turn.Signals));
        Due = turn.NextWake;
        // One taken of what the writer had, another of the whole record: they must be worth the same.
        if (dice.Chance(20) && TicketClock.Checkpoint(dice.Chance(50) ? turn.Log : Log, book) is { } checkpoint)
        {
            snapshot = new(TicketLog.From(Log.TicketId, checkpoint), Length);
        }

        return true;
    }
}
