using Google.Protobuf;
using NodaTime;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Watching;

/// <summary>
/// Folds the events of a watch: drops repeats, which at-least-once delivery brings after a resumption, and keeps what the live table shows. Only the newest
/// events are kept, and of repeats only those recent enough to come again.
/// </summary>
internal sealed class WatchBoard(DateTimeZone zone, int mostEvents = 15)
{
    private const int MostRemembered = 20_000;
    private readonly Dictionary<string, WatchedTicket> _tickets = [];
    private readonly Queue<WatchLine> _lines = [];
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _seenOrder = [];

    /// <summary>Where to go on after the events taken so far.</summary>
    public ByteString ResumeToken { get; set; } = ByteString.Empty;

    public IReadOnlyCollection<WatchLine> Lines => _lines;

    /// <summary>Those due first on top, those without a due time last.</summary>
    public IEnumerable<WatchedTicket> Tickets =>
        _tickets.Values.OrderBy(ticket => ticket.Next?.DueTime ?? Instant.MaxValue).ThenBy(ticket => ticket.Name, StringComparer.Ordinal);

    public void Start(TicketSummary ticket)
    {
        var due = new Dictionary<string, WatchedTicket.DueMilestone>();
        if (ticket.NextDueTime is { } time)
        {
            // The list names no milestone id; the first event about this kind replaces the entry.
            due[Listed(ticket.NextDueKind)] = new(ticket.NextDueKind, time.ToInstant());
        }

        _tickets[ticket.Name] = new WatchedTicket(ticket.Name, ticket.Account, ticket.RulingLevel, due, EnumWords.Show(ticket.State), ticket.OpenTime?.ToInstant() ?? Instant.MinValue);
    }

    /// <returns>The event as a line; null when it is a heartbeat or was taken before.</returns>
    public WatchLine? Take(TicketEvent happened, Instant now)
    {
        ResumeToken = happened.ResumeToken;
        if (happened.EventCase is TicketEvent.EventOneofCase.Heartbeat or TicketEvent.EventOneofCase.None || !IsNew(happened))
        {
            return null;
        }

        var line = WatchLine.Of(happened, zone, now);
        Update(happened, line);
        _lines.Enqueue(line);
        while (_lines.Count > mostEvents)
        {
            _lines.Dequeue();
        }

        return line;
    }

    private void Update(TicketEvent happened, WatchLine line)
    {
        var known = _tickets.GetValueOrDefault(happened.Ticket);
        var due = new Dictionary<string, WatchedTicket.DueMilestone>(known?.Due ?? new Dictionary<string, WatchedTicket.DueMilestone>());
        if (happened.DueChanged is { } changed)
        {
            due.Remove(Listed(changed.MilestoneKind));
            due.Remove(changed.Milestone);
            if (changed.DueTime is { } time && changed.State == MilestoneState.Running)
            {
                due[changed.Milestone] = new(changed.MilestoneKind, time.ToInstant());
            }
        }
        else if (happened.Signal?.Detail is { Kind: SignalKind.Breached or SignalKind.Met or SignalKind.MetLate } over)
        {
            due.Remove(Listed(over.MilestoneKind));
            due.Remove(over.Milestone);
        }
        else if (happened.Fact?.Body?.FactCase is FactBody.FactOneofCase.Closed or FactBody.FactOneofCase.Merged || happened.Signal?.Detail.Kind == SignalKind.AutoClosed)
        {
            due.Clear();
        }

        _tickets[happened.Ticket] = new WatchedTicket(happened.Ticket, happened.Account, happened.Level, due, line.Text, line.Time);
    }

    private bool IsNew(TicketEvent happened)
    {
        var id = happened.EventCase switch
        {
            TicketEvent.EventOneofCase.Signal => happened.Signal.Id,
            TicketEvent.EventOneofCase.Fact => $"{happened.Ticket} {happened.Fact.Sequence}",
            // A due time that is said twice changes nothing the second time.
            _ => null,
        };
        if (id is null)
        {
            return true;
        }

        if (!_seen.Add(id))
        {
            return false;
        }

        _seenOrder.Enqueue(id);
        if (_seenOrder.Count > MostRemembered)
        {
            _seen.Remove(_seenOrder.Dequeue());
        }

        return true;
    }

    private static string Listed(MilestoneKind kind) => $"listed {kind}";
}
