using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Cli.Replay;

/// <summary>Everything that a replay sends, made from a log.</summary>
/// <param name="Stories">One a ticket that is open by <paramref name="Until"/>, in the order of the file.</param>
/// <param name="NotYetOpen">Tickets opened after <paramref name="Until"/>.</param>
/// <param name="Channels">How many tickets came how, as the log says it.</param>
internal sealed record ReplayInput(
    EventLog Log, DateTimeZone Zone, Instant Until, ImmutableArray<LogStory> Stories, ImmutableArray<string> NotYetOpen, IReadOnlyDictionary<string, int> Channels)
{
    /// <param name="until">Until when the clocks run; null means the log's last event.</param>
    public static ReplayInput Of(EventLog log, DateTimeZone zone, FirstResponse firstResponse, Instant? until)
    {
        var end = until ?? log.Last;
        var open = log.Tickets.Where(ticket => ticket.Events[0].Opened <= end).ToArray();
        var channels = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var channel in open.Select(ticket => ticket.Events[0].Channel).Where(channel => channel.Length > 0))
        {
            channels[channel] = channels.GetValueOrDefault(channel) + 1;
        }

        return new ReplayInput(
            log, zone, end, [.. open.Select(ticket => StoryWriter.Write(ticket, firstResponse, end))],
            [.. log.Tickets.Except(open).Select(ticket => ticket.Id)], channels);
    }
}
