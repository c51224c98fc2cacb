using System.Text.Json;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>Ticket summaries as stored.</summary>
internal static class DigestCodec
{
    public static byte[] Write(TicketDigest digest) => JsonSerializer.SerializeToUtf8Bytes(
        new DigestData
        {
            V = JournalJson.Version,
            Ticket = digest.TicketId,
            Account = digest.Account,
            Plan = digest.Plan,
            Level = digest.Level,
            Label = digest.Label,
            State = digest.State,
            Ended = digest.Ended,
            End = Times.Write(digest.EndTime),
            NextDue = Times.Write(digest.NextDue),
            NextDueKind = digest.NextDueKind,
            Breaches = digest.Breaches,
            Received = Times.Write(digest.ReceivedTime),
            Reference = digest.Reference,
            Facts = digest.FactCount,
        },
        JournalJson.Default.DigestData);

    public static TicketDigest Read(ReadOnlySpan<byte> stored)
    {
        var data = JsonSerializer.Deserialize(stored, JournalJson.Default.DigestData) ?? throw new JournalFormatException("A stored summary is empty.");
        JournalJson.RequireVersion(data.V, "summary");
        return new TicketDigest
        {
            TicketId = data.Ticket,
            Account = data.Account,
            Plan = data.Plan,
            Level = data.Level,
            Label = data.Label,
            State = data.State,
            Ended = data.Ended,
            EndTime = Times.ReadOptional(data.End),
            NextDue = Times.ReadOptional(data.NextDue),
            NextDueKind = data.NextDueKind ?? "",
            Breaches = data.Breaches,
            ReceivedTime = Times.Read(data.Received),
            Reference = data.Reference ?? "",
            FactCount = data.Facts,
        };
    }
}
