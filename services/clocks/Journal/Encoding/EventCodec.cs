using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>Events for watchers as stored.</summary>
internal static class EventCodec
{
    public static byte[] Write(TicketEventEntry entry) => JsonSerializer.SerializeToUtf8Bytes(ToData(entry), JournalJson.Default.EventData);

    public static TicketEventEntry Read(ReadOnlySpan<byte> stored)
    {
        var data = JsonSerializer.Deserialize(stored, JournalJson.Default.EventData) ?? throw new JournalFormatException("A stored event is empty.");
        JournalJson.RequireVersion(data.V, "event");
        return data.Entry is { } entry
            ? new TicketEventEntry.Added(data.Ticket, data.Account, data.Level, EntryCodec.FromData(entry))
            : new TicketEventEntry.DueMoved(
                data.Ticket,
                data.Account,
                data.Level,
                new MilestoneId(Enum.Parse<MilestoneKind>(data.Milestone!), data.Occurrence),
                Enum.Parse<MilestoneState>(data.State!),
                Times.ReadOptional(data.Due),
                data.Retargeted);
    }

    /// <summary>Reads an event, or says why it cannot be read, whatever it is.</summary>
    public static bool TryRead(ReadOnlySpan<byte> stored, [NotNullWhen(true)] out TicketEventEntry? entry, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (entry, problem) = (Read(stored), null);
            return true;
        }
        catch (Exception e)
        {
            (entry, problem) = (null, e.Message);
            return false;
        }
    }

    private static EventData ToData(TicketEventEntry entry)
    {
        var data = new EventData { V = JournalJson.Version, Ticket = entry.TicketId, Account = entry.Account, Level = entry.Level };
        return entry switch
        {
            TicketEventEntry.Added added => data with { Entry = EntryCodec.ToData(added.Entry) },
            TicketEventEntry.DueMoved moved => data with
            {
                Milestone = moved.Milestone.Kind.ToString(),
                Occurrence = moved.Milestone.Occurrence,
                State = moved.State.ToString(),
                Due = Times.Write(moved.DueTime),
                Retargeted = moved.Retargeted,
            },
            _ => throw new InvalidOperationException($"{entry} is no known event."),
        };
    }
}
