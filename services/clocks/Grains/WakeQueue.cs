namespace SlaPlatform.Clocks.Grains;

/// <summary>
/// A shard's pending wakes in memory, in Unix milliseconds. A ticket is armed with at most one wake; while one is being served it is in flight, and what is armed
/// meanwhile waits for its end. Not safe for concurrent use.
/// </summary>
internal sealed class WakeQueue
{
    /// <summary>Says that a ticket has no pending wake.</summary>
    public const long None = -1;

    private const long ShortestBackoff = 50;
    private const long LongestBackoff = 5_000;
    private const long Pause = 20;

    private readonly PriorityQueue<string, long> queue = new();
    private readonly Dictionary<string, long> armed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> failures = new(StringComparer.Ordinal);
    private readonly HashSet<string> inFlight = new(StringComparer.Ordinal);

    /// <summary>Tickets with a pending wake, those in flight included.</summary>
    public int Count => armed.Count + inFlight.Count(ticket => !armed.ContainsKey(ticket));

    /// <summary>Wakes being served.</summary>
    public int InFlight => inFlight.Count;

    /// <summary>The earliest wake that can be taken, or null.</summary>
    public long? Next
    {
        get
        {
            Settle();
            return queue.TryPeek(out _, out var wake) ? wake : null;
        }
    }

    /// <summary>Sets a ticket's wake, or takes it away with <see cref="None"/>. Whatever failed before is settled by that.</summary>
    public void Set(string ticket, long wake)
    {
        failures.Remove(ticket);
        Arm(ticket, wake);
    }

    private void Arm(string ticket, long wake)
    {
        if (wake == None)
        {
            armed.Remove(ticket);
            return;
        }

        if (armed.TryGetValue(ticket, out var known) && known == wake)
        {
            return;
        }

        armed[ticket] = wake;
        if (!inFlight.Contains(ticket))
        {
            queue.Enqueue(ticket, wake);
            Compact();
        }
    }

    /// <summary>Whether a ticket is being woken, or has failed and waits to be tried again.</summary>
    public bool IsTried(string ticket) => inFlight.Contains(ticket) || failures.ContainsKey(ticket);

    /// <summary>
    /// Takes over an entry of the due index unless the ticket is armed for then or earlier, being served, or waiting to be tried again. Such a wait that is longer than
    /// any can be began before the clock was set back: it ends.
    /// </summary>
    public void Reconcile(string ticket, long wake, long now)
    {
        var waits = armed.TryGetValue(ticket, out var known);
        if (failures.ContainsKey(ticket) && waits && known > now + LongestBackoff)
        {
            Arm(ticket, Math.Max(wake, now));
        }
        else if (!IsTried(ticket) && (!waits || wake < known))
        {
            Set(ticket, wake);
        }
    }

    /// <summary>Takes the earliest wake that has come; it is in flight until <see cref="Served"/> or <see cref="Failed"/>.</summary>
    public bool TryTake(long now, out string ticket)
    {
        Settle();
        if (!queue.TryPeek(out ticket!, out var wake) || wake > now)
        {
            return false;
        }

        queue.Dequeue();
        armed.Remove(ticket);
        inFlight.Add(ticket);
        return true;
    }

    /// <summary>
    /// A wake was served. What the ticket said meanwhile is newer than the answer. One that is still to come at once waits a moment: the clocks of two machines
    /// may differ.
    /// </summary>
    public void Served(string ticket, long? next, long now)
    {
        inFlight.Remove(ticket);
        failures.Remove(ticket);
        if ((armed.Remove(ticket, out var told) ? told : next) is { } wake)
        {
            Set(ticket, wake <= now ? now + Pause : wake);
        }
    }

    /// <summary>A wake was not served: it comes again after a delay that doubles with each failure.</summary>
    public void Failed(string ticket, long now)
    {
        inFlight.Remove(ticket);
        var count = failures.GetValueOrDefault(ticket) + 1;
        failures[ticket] = count;
        armed.Remove(ticket);
        Arm(ticket, now + Math.Min(LongestBackoff, ShortestBackoff << Math.Min(count - 1, 10)));
    }

    // An entry that is no longer what its ticket is armed with stays in the queue until it comes to the front.
    private void Settle()
    {
        while (queue.TryPeek(out var ticket, out var wake) && (inFlight.Contains(ticket) || !armed.TryGetValue(ticket, out var known) || known != wake))
        {
            queue.Dequeue();
        }
    }

    // Facts move wakes; the entries they leave behind must not pile up for the weeks until their time.
    private void Compact()
    {
        if (queue.Count <= (2 * armed.Count) + 1000)
        {
            return;
        }

        queue.Clear();
        queue.EnqueueRange(armed.Where(entry => !inFlight.Contains(entry.Key)).Select(entry => (entry.Key, entry.Value)));
    }
}
