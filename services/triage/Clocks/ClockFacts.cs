using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Triage.Store;

namespace SlaPlatform.Triage.Clocks;

/// <summary>Puts facts for tickets' clocks into the store, in the transaction of what they follow from.</summary>
internal static class ClockFacts
{
    /// <summary>Adds a fact.</summary>
    /// <param name="db">The store, with the ticket locked.</param>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="requestId">The request that it follows from; with the ticket and the place it names the fact.</param>
    /// <param name="body">What the clock is told.</param>
    /// <param name="effective">When it was true.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellation">Cancels the look for its place.</param>
    /// <returns>The fact's id.</returns>
    public static async Task<string> AddAsync(TriageDb db, string ticketId, string requestId, FactBody body, Instant effective, Instant now, CancellationToken cancellation)
    {
        var sequence = (await db.ClockFacts.Where(row => row.TicketId == ticketId).MaxAsync(row => (long?)row.Sequence, cancellation) ?? 0) + 1;
        var id = IdOf(requestId, ticketId, sequence);
        var request = new RecordFactRequest { Ticket = new TicketName(ticketId).Format(), Fact = body, EffectiveTime = effective.ToTimestamp(), RequestId = id };
        db.ClockFacts.Add(new ClockFactRow { FactId = id, TicketId = ticketId, Sequence = sequence, Request = request.ToByteArray(), RecordTime = now });
        return id;
    }

    // A caller may use a request id again after 24 hours: the place tells the facts of the two requests apart.
    private static string IdOf(string requestId, string ticketId, long sequence)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{requestId}/{ticketId}/{sequence}")))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
