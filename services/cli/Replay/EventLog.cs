using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Cli.Replay;

/// <summary>A log that was read.</summary>
/// <param name="Tickets">In the order of the file.</param>
/// <param name="EventCount">Rows, those of tickets left out included.</param>
/// <param name="Unreadable">Tickets that are left out.</param>
internal sealed record EventLog(ImmutableArray<LogTicket> Tickets, int EventCount, ImmutableArray<UnreadableTicket> Unreadable)
{
    public Instant First => Tickets.Min(ticket => ticket.Events[0].Opened);

    /// <summary>The last thing the log knows: until then, what is not closed was open.</summary>
    public Instant Last => Tickets.Max(ticket => ticket.Events.Max(logged => logged.Time));
}
