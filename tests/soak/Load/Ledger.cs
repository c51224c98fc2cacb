using System.Collections.Concurrent;

namespace SlaPlatform.Soak.Load;

/// <summary>What the service acknowledged: these must be in the journals, once each. Safe for concurrent use.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> acknowledged = new(StringComparer.Ordinal);
    private long facts;
    private long refused;

    /// <summary>The ids of the tickets whose opening was acknowledged.</summary>
    public IEnumerable<string> Tickets => acknowledged.Keys;

    /// <summary>How many tickets were opened.</summary>
    public int Opened => acknowledged.Count;

    /// <summary>How many facts were acknowledged, openings apart.</summary>
    public long Facts => Interlocked.Read(ref facts);

    /// <summary>How many facts the engine refused.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>The request ids of the ticket's acknowledged facts.</summary>
    public IReadOnlyCollection<string> FactsOf(string ticket) => acknowledged.TryGetValue(ticket, out var ids) ? ids : [];

    public void Open(string ticket) => acknowledged.TryAdd(ticket, []);

    public void Tell(string ticket, string requestId)
    {
        acknowledged[ticket].Enqueue(requestId);
        Interlocked.Increment(ref facts);
    }

    public void Refuse() => Interlocked.Increment(ref refused);
}
