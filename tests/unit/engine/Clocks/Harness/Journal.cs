using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>
/// The durable store of one ticket as one atomic script writes it: the record, which request wrote which facts, and the due index.
/// It refuses a wrong expected length and knows the requests it has seen.
/// </summary>
internal sealed class Journal
{
    private readonly Dictionary<string, ImmutableArray<RecordedFact>> requests = [];

    public TicketLog Log { get; private set; } = TicketLog.Empty("t-1");

    /// <summary>The facts as they were appended together, in order.</summary>
    public List<ImmutableArray<RecordedFact>> Turns { get; } = [];

    /// <summary>When the ticket must be woken, or null.</summary>
    public Instant? Due { get; private set; }

    public int Length => LengthOf(Log);

    public static int LengthOf(TicketLog log) => log.Facts.Count + log.Signals.Count;

    public bool HasSeen(string request) => requests.ContainsKey(request);

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
        return true;
    }
}
