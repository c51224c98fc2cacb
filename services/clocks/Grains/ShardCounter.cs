using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Counts how a shard stands, for the gauges and the clock's health.</summary>
internal sealed class ShardCounter(DueIndex due, TicketIndex tickets)
{
    /// <summary>How the shard stands now.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="now">The time that wakes are overdue by.</param>
    /// <param name="armed">How many wakes its grain holds.</param>
    /// <param name="near">The first entries of its due index.</param>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    public async Task<ShardCount> Count(int shard, Instant now, int armed, NearWakes near)
    {
        var past = now.ToUnixTimeMilliseconds();
        var overdue = near.IsAll ? near.Entries.Count(entry => entry.Wake <= past) : await due.CountUpTo(shard, now);
        Instant? oldest = overdue > 0 ? Instant.FromUnixTimeMilliseconds(near.Entries[0].Wake) : null;
        return new ShardCount(shard, now, armed, await tickets.CountOpen(shard), overdue, oldest);
    }
}
