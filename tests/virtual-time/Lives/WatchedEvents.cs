using System.Collections.Immutable;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.VirtualTime.Store;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>What a watcher asks for and has seen since it took its positions, over all its resumes.</summary>
internal sealed class WatchedEvents(string? ticket, int? level, SignalKind? kind)
{
    private readonly Dictionary<(int Shard, long Sequence), string> seen = [];
    private ImmutableArray<long>? from;

    public Wire.WatchFilter Filter
    {
        get
        {
            var filter = new Wire.WatchFilter();
            if (ticket is not null)
            {
                filter.Tickets.Add(new TicketName(ticket).Format());
            }

            if (level is { } wanted)
            {
                filter.Levels.Add(wanted);
            }

            if (kind is { } raised)
            {
                filter.SignalKinds.Add(raised.ToProto());
            }

            return filter;
        }
    }

    public void Begin(ImmutableArray<long> positions) => from = positions;

    public void Forget()
    {
        seen.Clear();
        from = null;
    }

    public void See(int shard, long sequence, Wire.TicketEvent message)
    {
        var story = $"{TicketName.Parse(message.Ticket).Ticket} {message.Level} {message.Signal?.Id}{message.DueChanged?.Milestone}";
        Assert.True(seen.TryAdd((shard, sequence), story) || seen[(shard, sequence)] == story, "A repeated event says the same.");
    }

    /// <summary>All that was written and asked for was seen, and nothing else.</summary>
    public void Check(IEnumerable<OutboxEvent> outbox)
    {
        if (from is not { } positions)
        {
            return;
        }

        var expected = outbox
            .Where(written => written.Sequence > positions[written.Shard])
            .Select(written => (written.Shard, written.Sequence, Entry: EventCodec.Read(Bytes.From(written.Stored))))
            .Where(written => Accepts(written.Entry))
            .ToDictionary(written => (written.Shard, written.Sequence), written => Story(written.Entry));
        Assert.Equal(expected.OrderBy(entry => entry.Key), seen.OrderBy(entry => entry.Key));
    }

    private bool Accepts(TicketEventEntry entry) =>
        (ticket is null || entry.TicketId == ticket)
        && (level is null || entry.Level == level)
        && (kind is null || (entry is TicketEventEntry.Added { Entry: JournalEntry.Raised raised } && raised.Signal.Kind == kind));

    private static string Story(TicketEventEntry entry) => $"{entry.TicketId} {entry.Level} " + entry switch
    {
        TicketEventEntry.Added { Entry: JournalEntry.Raised raised } => raised.Signal.Id,
        TicketEventEntry.DueMoved moved => moved.Milestone.ToText(),
        _ => "",
    };
}
