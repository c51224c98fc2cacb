using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

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
            Claimed = digest.Claimed,
            Verified = digest.Verified,
            State = digest.State,
            Ended = digest.Ended,
            End = Times.Write(digest.EndTime),
            NextDue = Times.Write(digest.NextDue),
            NextDueKind = digest.NextDueKind,
            Dues = digest.Dues is { IsEmpty: false } dues ? Write(dues) : null,
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
            Claimed = data.Claimed,
            Verified = data.Verified,
            State = data.State,
            Ended = data.Ended,
            EndTime = Times.ReadOptional(data.End),
            NextDue = Times.ReadOptional(data.NextDue),
            NextDueKind = data.NextDueKind ?? "",
            Dues = data.Dues is { } dues ? Read(dues) : null,
            Breaches = data.Breaches,
            ReceivedTime = Times.Read(data.Received),
            Reference = data.Reference ?? "",
            FactCount = data.Facts,
        };
    }

    private static Dictionary<string, string> Write(ImmutableDictionary<MilestoneId, Instant> dues) => dues
        .OrderBy(entry => entry.Key.Occurrence).ThenBy(entry => entry.Key.Kind)
        .ToDictionary(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key.Kind}/{entry.Key.Occurrence}"), entry => Times.Write(entry.Value), StringComparer.Ordinal);

    private static ImmutableDictionary<MilestoneId, Instant> Read(Dictionary<string, string> dues) =>
        dues.ToImmutableDictionary(entry => MilestoneOf(entry.Key), entry => Times.Read(entry.Value));

    private static MilestoneId MilestoneOf(string key)
    {
        var parts = key.Split('/');
        return new MilestoneId(Enum.Parse<MilestoneKind>(parts[0]), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
