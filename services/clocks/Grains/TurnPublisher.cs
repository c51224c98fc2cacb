using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Tells of a stored turn: what it raised to metrics and log, when to wake the ticket next to its shard.</summary>
internal sealed partial class TurnPublisher(IGrainFactory grains, ClockMetrics metrics, ILogger<TurnPublisher> logger)
{
    /// <summary>Tells of a turn. The shard is not waited for: what it misses it finds in the due index.</summary>
    public void Publish(TicketTurn turn)
    {
        var ticket = turn.Record.Id;
        foreach (var raised in turn.Added.OfType<JournalEntry.Raised>())
        {
            metrics.Raised(raised.Signal);
            SignalRaised(ticket, raised.Signal.Kind, raised.Signal.Key.Milestone, raised.Signal.DueTime, raised.Signal.Lateness);
        }

        grains.GetGrain<ITimerShardGrain>(Shards.Of(ticket)).Notify(ticket, turn.Append.NextWake?.ToUnixTimeMilliseconds() ?? WakeQueue.None).Ignore();
    }
}
