using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Which tickets of a shard are done. Not safe for concurrent use.</summary>
internal sealed class RecomputingProgress
{
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private readonly HashSet<string> failed = new(StringComparer.Ordinal);
    private bool othersAnswered;

    /// <summary>Whether a ticket must still be woken.</summary>
    public bool IsLeft(string ticket) => !done.Contains(ticket);

    /// <summary>Takes a ticket's answer.</summary>
    /// <returns>Whether its due times are this version's now.</returns>
    public bool Take(string ticket, WakeReply reply)
    {
        othersAnswered |= reply.ComputedWith != ComputedWith.Version;
        return reply.Served && reply.ComputedWith == ComputedWith.Version && done.Add(ticket);
    }

    /// <summary>Whether a ticket fails for the first time; only then it is worth a line of the log.</summary>
    public bool IsFirstFailure(string ticket) => failed.Add(ticket);

    /// <summary>Whether the round in which nothing failed was the last; if silos of other versions answered since the last such one, all are left again.</summary>
    public bool IsLast()
    {
        if (!othersAnswered)
        {
            return true;
        }

        othersAnswered = false;
        done.Clear();
        return false;
    }
}
